import { Menu } from 'antd'
import { useSearchParams } from 'react-router'
import { PageHeader } from '../../parts/page-header.tsx'
import { useText } from '../../text/dictionary.ts'
import { helpText } from '../../text/help.ts'
import { shellText } from '../../text/shell.ts'
import { HelpText } from './help-text.tsx'
import styles from './help-page.module.css'
import { readMarkdown, type Block } from './markdown.ts'

/** The users' help, one file a topic, in the order of the road; the same files are read in the repository. */
const files = import.meta.glob<string>('../../../../docs/help/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const topics = Object.entries(files)
  .toSorted(([left], [right]) => left.localeCompare(right))
  .map(([path, source]) => {
    const blocks = readMarkdown(source)
    return { key: path.replace(/^.*\/(?:\d+-)?|\.md$/g, ''), title: titleOf(blocks), blocks }
  })

/** One page for each role, before what is told by topic. */
const isForRole = ({ key }: (typeof topics)[number]) => key.startsWith('for-')

export function HelpPage() {
  const text = useText(shellText).menu
  const groups = useText(helpText)
  const [search, setSearch] = useSearchParams()
  const topic = topics.find(({ key }) => key === search.get('topic')) ?? topics[0]
  const lines = (group: typeof topics) => group.map(({ key, title }) => ({ key, label: title }))
  return (
    <>
      <PageHeader title={text.help} />
      <div className={styles.page}>
        <Menu
          className={styles.topics ?? ''}
          mode="inline"
          selectedKeys={[topic?.key ?? '']}
          items={[
            { type: 'group', label: groups.byRole, children: lines(topics.filter(isForRole)) },
            {
              type: 'group',
              label: groups.byTopic,
              children: lines(topics.filter((one) => !isForRole(one))),
            },
          ]}
          onClick={({ key }) => setSearch({ topic: key })}
        />
        {topic !== undefined && <HelpText blocks={topic.blocks} />}
      </div>
    </>
  )
}

function titleOf(blocks: readonly Block[]): string {
  const heading = blocks.find((block) => block.kind === 'heading')
  return heading?.kind === 'heading' ? heading.anchor : ''
}
