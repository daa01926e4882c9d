import { Link } from 'react-router'
import styles from './help-page.module.css'
import type { Block, Inline } from './markdown.ts'

/** Their addresses by file name. */
const pictures = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>('../../../../docs/images/help/*.png', {
      query: '?url',
      import: 'default',
      eager: true,
    }),
  ).map(([path, address]) => [path.replace(/^.*\//, ''), address]),
)

export function HelpText({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <article className={styles.text}>
      {blocks.map((block, at) => (
        <HelpBlock key={String(at)} block={block} />
      ))}
    </article>
  )
}

function HelpBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 1 ? 'h1' : block.level === 2 ? 'h2' : 'h3'
      return (
        <Heading id={block.anchor}>
          <Words parts={block.text} />
        </Heading>
      )
    }
    case 'paragraph':
      return (
        <p>
          <Words parts={block.text} />
        </p>
      )
    case 'quote':
      return (
        <blockquote>
          <Words parts={block.text} />
        </blockquote>
      )
    case 'listing':
      return <pre>{block.text}</pre>
    case 'picture':
      return (
        <figure>
          <img src={pictures[block.file]} alt={block.words} loading="lazy" />
          <figcaption>{block.words}</figcaption>
        </figure>
      )
    case 'list': {
      const List = block.isOrdered ? 'ol' : 'ul'
      return (
        <List>
          {block.items.map((item, at) => (
            <li key={String(at)}>
              <Words parts={item} />
            </li>
          ))}
        </List>
      )
    }
    case 'table':
      return (
        <div className={styles.wide}>
          <table>
            <thead>
              <tr>
                {block.head.map((cell, at) => (
                  <th key={String(at)}>
                    <Words parts={cell} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, at) => (
                <tr key={String(at)}>
                  {row.map((cell, column) => (
                    <td key={String(column)}>
                      <Words parts={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
  }
}

function Words({ parts }: { readonly parts: readonly Inline[] }) {
  return (
    <>
      {parts.map((part, at) => {
        const key = String(at)
        if (part.kind === 'bold') return <strong key={key}>{part.text}</strong>
        if (part.kind === 'code') return <code key={key}>{part.text}</code>
        if (part.kind === 'link') return <HelpLink key={key} to={part.to} label={part.text} />
        return <span key={key}>{part.text}</span>
      })}
    </>
  )
}

/** Pages of the product by their address, other topics by their file, as they are linked in the repository. */
function HelpLink({ to, label }: { readonly to: string; readonly label: string }) {
  const topic = /^(?:\.\/)?(?:\d+-)?([\w-]+)\.md$/.exec(to)?.[1]
  if (topic !== undefined) return <Link to={`/help?topic=${topic}`}>{label}</Link>
  if (to.startsWith('/')) return <Link to={to}>{label}</Link>
  return (
    <a href={to} rel="noreferrer">
      {label}
    </a>
  )
}
