import { Collapse } from 'antd'
import { useMemo } from 'react'
import { Link } from 'react-router'
import type { AdoptionProposal } from '../../../http/contract/adoption.ts'
import { schemeEndpoints, type Workbench } from '../../../http/contract/schemes.ts'
import { useAnswer } from '../../parts/queries.ts'
import { useMay } from '../../parts/session.tsx'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { adoptionText } from '../../text/adoption.ts'
import { ComparisonList } from '../scheme/versions/comparison-list.tsx'
import { PaperExamples } from '../scheme/versions/paper-examples.tsx'
import { categorySum, schemeSum } from '../scheme/workbench/outline-sums.ts'
import { Sum } from '../scheme/workbench/outline-row.tsx'
import { readModel } from '../scheme/workbench/workbench-model.ts'
import styles from './adoption.module.css'

/** All there is to see before deciding: the sums, what changes, what is still open, the examples and the text. */
export function ProposedScheme({
  proposal,
  workbench,
}: {
  readonly proposal: AdoptionProposal
  readonly workbench: Workbench
}) {
  const words = useText(adoptionText)
  const may = useMay()
  const { scheme, regulation, diagnostics, coverage } = workbench
  const model = useMemo(
    () => readModel(scheme, regulation?.text ?? '', diagnostics, coverage?.explained),
    [scheme, regulation, diagnostics, coverage],
  )
  const examples = model.scheme.examples ?? []
  return (
    <>
      <section className={styles.section}>
        <h2>{words.summary}</h2>
        <div className={styles.sums}>
          <p>
            <span>{model.scheme.title}</span>
            <Sum sum={schemeSum(model.scheme)} />
          </p>
          {model.scheme.categories.map((category) => (
            <p key={category.id} className="quiet">
              <span>{category.title}</span>
              <Sum sum={categorySum(category)} />
            </p>
          ))}
        </div>
        <p className="quiet">{words.rules(workbench.ruleCount)}</p>
        <p className={styles.links}>
          <Link to="/scheme/print">{words.paper}</Link>
          {may('scheme.draft') && <Link to="/scheme">{words.workbench}</Link>}
        </p>
      </section>
      <section className={styles.section}>
        <h2>{proposal.version > 1 ? words.differences(proposal.version - 1) : words.version(1)}</h2>
        {proposal.version > 1 ? (
          <Differences from={proposal.version - 1} />
        ) : (
          <p className="quiet">{words.firstVersion}</p>
        )}
      </section>
      <section className={styles.section}>
        <h2>{model.pending.length > 0 ? words.warnings(model.pending.length) : words.noWarnings}</h2>
        {model.pending.length > 0 && (
          <ol className={styles.warnings}>
            {model.pending.map((finding, at) => (
              <li key={`${finding.code}-${String(at)}`}>{finding.message}</li>
            ))}
          </ol>
        )}
      </section>
      <Collapse
        items={[
          {
            key: 'examples',
            label: examples.length > 0 ? words.examples(examples.length) : words.noExamples,
            children: <PaperExamples examples={examples} />,
          },
          {
            key: 'text',
            label: words.text,
            children: regulation === null ? words.noText : <pre className={styles.text}>{regulation.text}</pre>,
          },
        ]}
      />
    </>
  )
}

function Differences({ from }: { readonly from: number }) {
  const answer = useAnswer(schemeEndpoints.compareSchemes, { query: { from, to: 'draft' } })
  if (answer.error !== null) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  if (answer.data === undefined || answer.isPlaceholderData) return <LoadingState rows={3} />
  return <ComparisonList comparison={answer.data} />
}
