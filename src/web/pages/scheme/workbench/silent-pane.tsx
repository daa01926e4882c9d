import { LeftOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useText } from '../../../text/dictionary.ts'
import { schemeWorkText } from '../../../text/scheme-work.ts'
import styles from './silent-pane.module.css'
import { isSameFocus, silentId, type Focus } from './text-marks.ts'
import { useLights, useWorkbench } from './workbench-context.ts'
import type { SilentWord } from './workbench-model.ts'

/** 不计分的词语: every scoring word of the text that scores nothing, with the reason, in the order of the text. */
export function SilentPane({ onBack }: { readonly onBack: () => void }) {
  const words = useText(schemeWorkText).silent
  const { model } = useWorkbench()
  return (
    <div className={styles.pane}>
      <Button type="link" size="small" icon={<LeftOutlined />} onClick={onBack} className={styles.back ?? ''}>
        {words.back}
      </Button>
      <h3 className={styles.heading}>{words.heading}</h3>
      <p className="quiet">{model.silent.length === 0 ? words.none : words.intro}</p>
      <ul className={styles.list}>
        {model.silent.map((word) => (
          <SilentRow key={silentId(word.span)} word={word} />
        ))}
      </ul>
    </div>
  )
}

function SilentRow({ word }: { readonly word: SilentWord }) {
  const { focus, choose } = useWorkbench()
  const own: Focus = { kind: 'silent', id: silentId(word.span) }
  return (
    <li className={styles.item} {...useLights(own)}>
      <button
        type="button"
        className={`${styles.row ?? ''} ${isSameFocus(focus, own) ? (styles.chosen ?? '') : ''}`}
        onClick={() => choose(own)}
      >
        <span className={styles.quote}>
          <Phrase word={word} />
        </span>
        <span className={styles.sentence}>{word.sentence}</span>
      </button>
    </li>
  )
}

/** The words around, with the one that looks like scoring set apart. */
function Phrase({ word: { phrase, quote } }: { readonly word: SilentWord }) {
  const at = phrase.indexOf(quote)
  if (at === -1) return <>{phrase}</>
  return (
    <>
      {phrase.slice(0, at)}
      <b>{quote}</b>
      {phrase.slice(at + quote.length)}
    </>
  )
}

/** The card of one silent word. */
export function SilentCard({ word }: { readonly word: SilentWord }) {
  const words = useText(schemeWorkText).silent
  return (
    <article className={styles.card}>
      <p className="quiet">{words.heading}</p>
      <p className={styles.cardQuote}>
        <Phrase word={word} />
      </p>
      <p>{word.sentence}</p>
    </article>
  )
}
