import {
  attachmentFaultSentence,
  largestAttachmentMegabytes,
  mostAttachments,
} from '../../../domain/review/attachment.ts'

/** A file somebody has chosen, until it is handed in. */
export type ChosenFile = {
  /** One for each file, so that sending it again after a lost answer hands it in once. */
  readonly key: string
  readonly file: File
  readonly state:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'sending'; readonly percent: number }
    | { readonly kind: 'sent' }
    | { readonly kind: 'failed'; readonly sentence: string }
}

type Words = {
  readonly tooMany: (fileName: string, most: number) => string
  readonly twice: (fileName: string) => string
}

/** Adds what can be told to be fine before anything is sent; of the rest a sentence each, which names the file. */
export function addChosen(
  chosen: readonly ChosenFile[],
  files: readonly File[],
  given: { readonly alreadyThere: number; readonly newKey: () => string; readonly words: Words },
): { readonly chosen: readonly ChosenFile[]; readonly problems: readonly string[] } {
  const { alreadyThere, newKey, words } = given
  const added = [...chosen]
  const problems: string[] = []
  for (const file of files) {
    const { name, size } = file
    const isTwice = added.some((one) => one.file.name === name && one.file.size === size)
    if (isTwice) problems.push(words.twice(name))
    else if (size === 0) problems.push(attachmentFaultSentence(name, { kind: 'empty' }))
    else if (size > largestAttachmentMegabytes * 1024 * 1024)
      problems.push(attachmentFaultSentence(name, { kind: 'too-large', bytes: size }))
    else if (alreadyThere + added.length >= mostAttachments) problems.push(words.tooMany(name, mostAttachments))
    else added.push({ key: newKey(), file, state: { kind: 'waiting' } })
  }
  return { chosen: added, problems }
}

/** 12 KB, 3.4 MB. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${String(bytes)} B`
  if (bytes < 1024 * 1024) return `${String(Math.ceil(bytes / 1024))} KB`
  return `${(bytes / (1024 * 1024)).toFixed(1)} MB`
}
