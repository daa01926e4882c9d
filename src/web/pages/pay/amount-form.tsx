import { Button, Input } from 'antd'
import { useState } from 'react'
import { fen, fenToYuan, readYuan } from '../../../domain/primitives/fen.ts'
import { isYearLikeAmount } from '../../../domain/scheme/year-like-amount.ts'
import { endpoints } from '../../../http/contract/endpoints.ts'
import { useAnswer } from '../../parts/queries.ts'
import { useSchemeOfYear } from '../../parts/scheme-of-year.ts'
import { useText } from '../../text/dictionary.ts'
import { payText } from '../../text/pay.ts'
import styles from './pay.module.css'
import { plainAmount, typedAmount } from './pay-view.ts'

type Props = {
  /** What the address asks for; '' is the scheme's own amount. */
  readonly asked: string
  /** What the list was reckoned with, or what the scheme suggests; null when neither is known. */
  readonly usedFen: number | null
  readonly onChange: (perPerson: string) => void
}

/** The amount per person: the scheme's with its clause (and its doubt), or one typed for this list. */
export function AmountForm({ asked, usedFen, onChange }: Props) {
  const text = useText(payText)
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? (asked === '' ? (usedFen === null ? '' : String(fenToYuan(fen(usedFen)))) : asked)
  const isBad = typed !== null && typed.trim() !== '' && typedAmount(typed) === null
  return (
    <form
      className={`${styles.amount ?? ''} no-print`}
      onSubmit={(event) => {
        event.preventDefault()
        if (typedAmount(shown) === null) {
          setTyped(shown)
          return
        }
        onChange(plainAmount(shown))
        setTyped(null)
      }}
    >
      <label htmlFor="per-person">{text.perPerson}</label>
      <Input
        id="per-person"
        inputMode="decimal"
        autoComplete="off"
        status={isBad ? 'error' : ''}
        placeholder={text.perPersonPlaceholder}
        suffix={<span className="quiet">{text.perPersonUnit}</span>}
        value={shown}
        maxLength={20}
        onChange={(event) => {
          setTyped(event.target.value)
        }}
      />
      <Button htmlType="submit">{text.apply}</Button>
      {asked !== '' && (
        <Button
          type="link"
          onClick={() => {
            setTyped(null)
            onChange('')
          }}
        >
          {text.useScheme}
        </Button>
      )}
      <span className={styles.amountNote}>
        {isBad ? (
          <span className={styles.problem} role="alert">
            {text.badAmount}
          </span>
        ) : asked === '' ? (
          <SchemeAmount usedFen={usedFen} />
        ) : (
          <span className="quiet">{text.fromInput}</span>
        )}
      </span>
    </form>
  )
}

/** Where the scheme's amount comes from, in the regulation's words, and whether it looks damaged. */
function SchemeAmount({ usedFen }: { readonly usedFen: number | null }) {
  const text = useText(payText)
  const schemeVersion = useSchemeOfYear()
  const answer = useAnswer(
    endpoints.readSchemeVersion,
    { params: { version: schemeVersion?.version ?? 1 } },
    { enabled: schemeVersion !== null },
  )
  const pay = answer.data?.scheme.pay ?? null
  const stated = pay?.perPerson === undefined || pay.perPerson === null ? null : readYuan(pay.perPerson)
  if (usedFen === null || stated === null || stated !== usedFen) return null
  const quote = pay?.source?.quote ?? ''
  const isAmended =
    quote !== '' &&
    !quote
      .normalize('NFKC')
      .replace(/[,\s]/g, '')
      .includes(String(stated / 100))
  return (
    <>
      <span className="quiet">
        {text.fromScheme}
        {quote !== '' && `　${text.quote(quote)}`}
        {isAmended && text.amended}
      </span>
      {isYearLikeAmount(stated) && <span className={styles.doubt}>⚠ {text.doubtful}</span>}
    </>
  )
}
