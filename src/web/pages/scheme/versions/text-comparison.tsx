import { Alert, Segmented } from 'antd'
import type { RegulationComparison, TextHunk } from '../../../../http/contract/schemes.ts'
import { useIsPhone } from '../../../parts/use-is-phone.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeVersionsText } from '../../../text/scheme-versions.ts'
import styles from './compare.module.css'

type Layout = 'side' | 'inline'

/** Where two texts differ, with a little of what they share around each place; the rest is folded. */
export function TextComparison({
  comparison,
  layout,
  onLayout,
}: {
  readonly comparison: RegulationComparison
  readonly layout: Layout
  readonly onLayout: (layout: Layout) => void
}) {
  const words = useText(schemeVersionsText).compare
  // Two columns of Chinese are too narrow to read on a phone.
  const shown = useIsPhone() ? 'inline' : layout
  if (comparison.identical) return <p className={styles.same}>✓ {words.noneText}</p>
  return (
    <section>
      <div className={`${styles.tools ?? ''} no-print no-phone`}>
        <Segmented<Layout>
          aria-label={words.layout}
          value={layout}
          onChange={onLayout}
          options={[
            { value: 'side', label: words.sideBySide },
            { value: 'inline', label: words.inline },
          ]}
        />
        <span className="quiet">
          {words.hunks(comparison.hunks.length)}，{words.same}
        </span>
      </div>
      {comparison.detail === 'lines' && <Alert type="info" showIcon title={words.coarse} />}
      {comparison.hunks.map((hunk) => (
        <Hunk key={`${String(hunk.before.start)}-${String(hunk.after.start)}`} hunk={hunk} layout={shown} />
      ))}
    </section>
  )
}

function Hunk({ hunk, layout }: { readonly hunk: TextHunk; readonly layout: Layout }) {
  const words = useText(schemeVersionsText).compare
  return (
    <article className={`${styles.hunk ?? ''} keep-together`}>
      <p className={styles.lines}>
        <span>
          {words.from} {words.line(hunk.lineBefore)}
        </span>
        <span>
          {words.to} {words.line(hunk.lineAfter)}
        </span>
      </p>
      {layout === 'inline' ? (
        <div className={styles.text}>
          <Around words={hunk.above} />
          {hunk.pieces.map((piece, at) => (
            <Piece key={String(at)} piece={piece} />
          ))}
          <Around words={hunk.below} />
        </div>
      ) : (
        <div className={styles.pair}>
          {(['removed', 'added'] as const).map((own) => (
            <div key={own} className={styles.text}>
              <Around words={hunk.above} />
              {hunk.pieces.map((piece, at) =>
                piece.kind === 'same' || piece.kind === own ? <Piece key={String(at)} piece={piece} /> : null,
              )}
              <Around words={hunk.below} />
            </div>
          ))}
        </div>
      )}
    </article>
  )
}

function Around({ words }: { readonly words: string }) {
  return words === '' ? null : <p className={styles.around}>{words}</p>
}

function Piece({ piece: { kind, text } }: { readonly piece: TextHunk['pieces'][number] }) {
  if (kind === 'removed') return <del>{text}</del>
  if (kind === 'added') return <ins>{text}</ins>
  return <span>{text}</span>
}
