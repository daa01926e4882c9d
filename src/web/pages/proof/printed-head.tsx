import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { proofEndpoints, type PrintedHeadVerdict } from '../../../http/contract/proof.ts'
import { shortHex } from '../../../domain/proof/short-hex.ts'
import { call, messageOf } from '../../parts/api.ts'
import { useText } from '../../text/dictionary.ts'
import { proofText } from '../../text/proof.ts'
import styles from './proof.module.css'

type Typed = { readonly size: string; readonly head: string }
type Outcome = { readonly verdict: PrintedHeadVerdict } | { readonly problem: string }

/** A head on paper is typed in; the log of today either goes on from it or does not. */
export function PrintedHead() {
  const text = useText(proofText)
  const [outcome, tell] = useState<Outcome | null>(null)
  const [isAsking, ask] = useState(false)
  const check = async ({ size, head }: Typed) => {
    ask(true)
    try {
      const query = { size: (size ?? '').trim(), head: head ?? '' }
      tell({ verdict: await call(proofEndpoints.checkPrintedHead, { query }) })
    } catch (error) {
      tell({ problem: messageOf(error) })
    } finally {
      ask(false)
    }
  }
  return (
    <section aria-labelledby="printed-head" className={`${styles.section ?? ''} no-print`}>
      <h2 id="printed-head">{text.check}</h2>
      <p className={styles.explain}>{text.checkExplain}</p>
      <Form<Typed>
        layout="vertical"
        className={styles.form ?? ''}
        onFinish={(typed) => void check(typed)}
        onValuesChange={() => tell(null)}
      >
        <Form.Item name="size" label={text.size} className={styles.sizeField ?? ''}>
          <Input inputMode="numeric" autoComplete="off" />
        </Form.Item>
        <Form.Item name="head" label={text.head} className={styles.headField ?? ''}>
          <Input placeholder={text.headHint} autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Form.Item label=" " className={styles.checkField ?? ''}>
          <Button htmlType="submit" type="primary" loading={isAsking}>
            {text.checkIt}
          </Button>
        </Form.Item>
      </Form>
      <div aria-live="polite">{outcome !== null && <OutcomeWords outcome={outcome} />}</div>
    </section>
  )
}

function OutcomeWords({ outcome }: { readonly outcome: Outcome }) {
  const text = useText(proofText)
  if ('problem' in outcome) return <Alert type="warning" showIcon title={outcome.problem} />
  const { verdict, size, root, head } = outcome.verdict
  if (verdict === 'contained') return <Alert type="success" showIcon title={text.contained(size)} />
  const words = verdict === 'beyond' ? text.beyond(size, head.size) : text.differs(size, shortHex(root ?? ''))
  return <Alert type="error" showIcon title={words} />
}
