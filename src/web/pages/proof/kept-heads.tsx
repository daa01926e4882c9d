import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import { proofEndpoints, type LogComparisonView } from '../../../http/contract/proof.ts'
import { call, messageOf } from '../../parts/api.ts'
import { useAnswer, useCommand } from '../../parts/queries.ts'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { proofText } from '../../text/proof.ts'
import { HeadTable } from './head-table.tsx'
import styles from './proof.module.css'

/** 纪检: puts the head aside, once the log goes on from the one before, and compares everything anew. */
export function KeptHeads() {
  const text = useText(proofText)
  const { message } = App.useApp()
  const { data, error, refetch } = useAnswer(proofEndpoints.listKeptHeads, {})
  const keep = useCommand(proofEndpoints.keepHead, {
    quiet: true,
    onDone: ({ kept, before, isUnchanged }) => {
      if (isUnchanged) void message.info(text.keptSame)
      else
        void message.success(before === null ? text.keptDone(kept.size) : text.keptOn(kept.size, before.size), 6)
    },
  })
  return (
    <section aria-labelledby="kept-heads" className={styles.section}>
      <h2 id="kept-heads">{text.kept}</h2>
      <p className={styles.explain}>{text.keptExplain}</p>
      <div className={`${styles.actions ?? ''} no-print`}>
        <Button type="primary" loading={keep.isPending} onClick={() => keep.mutate({})}>
          {text.keep}
        </Button>
        <Comparison />
      </div>
      {keep.error !== null && <Alert type="error" showIcon role="alert" title={messageOf(keep.error)} />}
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <LoadingState rows={3} />}
      {data?.kept.length === 0 && <p className="quiet">{`${text.neverKept}。${text.neverKeptText}`}</p>}
      {data !== undefined && data.kept.length > 0 && <HeadTable heads={data.kept} isKept />}
    </section>
  )
}

type Compared = { readonly found: LogComparisonView } | { readonly problem: string }

function Comparison() {
  const text = useText(proofText)
  const [compared, tell] = useState<Compared | null>(null)
  const [isAsking, ask] = useState(false)
  const compare = async () => {
    ask(true)
    tell(null)
    try {
      tell({ found: await call(proofEndpoints.compareLog) })
    } catch (error) {
      tell({ problem: messageOf(error) })
    } finally {
      ask(false)
    }
  }
  return (
    <>
      <Button loading={isAsking} title={text.compareExplain} onClick={() => void compare()}>
        {isAsking ? text.comparing : text.compare}
      </Button>
      <div className={styles.outcome} aria-live="polite">
        {compared !== null && <ComparedWords compared={compared} />}
      </div>
    </>
  )
}

function ComparedWords({ compared }: { readonly compared: Compared }) {
  const text = useText(proofText)
  if ('problem' in compared) return <Alert type="error" showIcon title={compared.problem} />
  const { head, heads, erased, faults } = compared.found
  const aboutErased = erased === 0 ? null : text.compareErased(erased)
  if (faults.length === 0)
    return <Alert type="success" showIcon title={text.compareFine(head.size, heads)} description={aboutErased} />
  return (
    <Alert
      type="error"
      showIcon
      title={text.compareFaults(faults.length)}
      description={
        <ul className={styles.faults}>
          {faults.map(({ index, message }) => (
            <li key={`${String(index)} ${message}`}>{message}</li>
          ))}
        </ul>
      }
    />
  )
}
