import { Button } from 'antd'
import { useMemo } from 'react'
import { useNavigate, useParams } from 'react-router'
import { schemeSchema, type SchemeFile } from '../../../../domain/scheme/scheme.ts'
import { schemeEndpoints } from '../../../../http/contract/schemes.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import { useAnswer } from '../../../parts/queries.ts'
import { EmptyState, ErrorState, LoadingState } from '../../../parts/states.tsx'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeVersionsText } from '../../../text/scheme-versions.ts'
import { SchemePaper, type Edition } from './scheme-paper.tsx'

/** The scheme as it is printed and signed: an adopted version, or the open draft marked as such. */
export function PrintPage() {
  const { version } = useParams()
  return version === undefined ? <DraftPaper /> : <VersionPaper version={Number(version)} />
}

function DraftPaper() {
  const words = useText(schemeVersionsText).list
  const answer = useAnswer(schemeEndpoints.readOpenDraft, {})
  if (answer.error !== null) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  if (answer.data === undefined) return <LoadingState />
  const { workbench } = answer.data
  if (workbench === null) return <EmptyState title={words.empty}>{words.emptyNext}</EmptyState>
  return <Paper file={workbench.scheme} edition={null} />
}

function VersionPaper({ version }: { readonly version: number }) {
  const answer = useAnswer(schemeEndpoints.readSchemeVersion, { params: { version } })
  if (answer.error !== null) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  if (answer.data === undefined) return <LoadingState />
  const { effectiveFrom, basis, scheme } = answer.data
  return <Paper file={scheme} edition={{ version, effectiveFrom, basis }} />
}

function Paper({ file, edition }: { readonly file: SchemeFile; readonly edition: Edition | null }) {
  const text = useText(schemeText).versions
  const words = useText(schemeVersionsText)
  const navigate = useNavigate()
  const scheme = useMemo(() => schemeSchema.parse(file), [file])
  return (
    <>
      <div className="no-print">
        <PageHeader
          title={edition === null ? words.list.draft : text.version(edition.version)}
          actions={
            <>
              <Button onClick={() => void navigate(-1)}>{words.paper.back}</Button>
              <Button type="primary" onClick={() => window.print()}>
                {words.paper.print}
              </Button>
            </>
          }
        />
      </div>
      <SchemePaper scheme={scheme} edition={edition} />
    </>
  )
}
