import type { Post, RollUp } from './scheme.ts'

/** Posts each scored by the mean of the next, the last by that of the first; null when every chain ends. */
export function rollUpCircle(rollUps: readonly Pick<RollUp, 'post' | 'of'>[]): readonly Post[] | null {
  for (const { post: start } of rollUps) {
    const path: Post[] = [start]
    for (;;) {
      const last = path.at(-1)
      const next = rollUps.find(({ post }) => post === last)?.of
      if (next === undefined) break
      if (next === start) return path
      // A circle further on: it is found from one of its own posts.
      if (path.includes(next)) break
      path.push(next)
    }
  }
  return null
}

/** 分管领导取主要领导的平均分，主要领导取分管领导的平均分. */
export function rollUpCircleWords(posts: readonly Post[]): string {
  return posts.map((post, index) => `${post}取${posts[index + 1] ?? posts[0] ?? ''}的平均分`).join('，')
}
