import { useMemo } from 'react'
import { Link, useParams } from 'react-router'
import { schemeEndpoints, type SchemeVersion } from '../../../http/contract/schemes.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { schemeText } from '../../text/scheme.ts'
import { momentText } from '../../text/figure.ts'
import { readModel } from './workbench/workbench-model.ts'
import { WorkbenchPanes } from './workbench/workbench.tsx'

/** An adopted version, as it stands for good: every clause beside its rule, nothing to change. */
export function VersionPage() {
  const text = useText(schemeText).versions
  const version = Number(useParams()['version'] ?? '1')
  const answer = useAnswer(schemeEndpoints.readSchemeVersion, { params: { version } })
  if (answer.data === undefined)
    return (
      <>
        <PageHeader title={text.version(version)} />
        {answer.error === null ? (
          <LoadingState />
        ) : (
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        )}
      </>
    )
  return <AdoptedVersion version={answer.data} />
}

function AdoptedVersion({ version }: { readonly version: SchemeVersion }) {
  const text = useText(schemeText).versions
  const model = useMemo(() => readModel(version.scheme, version.regulation?.text ?? '', []), [version])
  return (
    <>
      <PageHeader
        title={`${text.version(version.version)} · ${model.scheme.title}`}
        subtitle={
          <>
            {text.effectiveFrom} {version.effectiveFrom} · {text.basis}：{version.basis} · {version.adoptedBy}{' '}
            {momentText(version.adoptedAt)}
          </>
        }
        actions={<Link to="/scheme">{text.back}</Link>}
      />
      <WorkbenchPanes model={model} actions={null} barTools={<span className="quiet">{text.readOnly}</span>} />
    </>
  )
}
