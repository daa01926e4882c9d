import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { schemeEndpoints, type SchemeVersion, type Workbench } from '../../../http/contract/schemes.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { useMay, useSession } from '../../parts/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { schemeText } from '../../text/scheme.ts'
import { schemeVersionsText } from '../../text/scheme-versions.ts'
import { Draft } from './draft.tsx'
import { Start } from './start/start-page.tsx'
import { VersionList } from './versions/version-list.tsx'
import { openDraftKey } from './workbench/use-draft-commands.ts'

/** The open draft, or the ways to begin one; without a draft also what was adopted before. */
export function SchemePage() {
  const text = useText(schemeText)
  const open = useAnswer(schemeEndpoints.readOpenDraft, {})
  const [search, setSearch] = useSearchParams()
  const [adopted, setAdopted] = useState<SchemeVersion | null>(null)
  const onStarted = useStarted()
  const may = useMay()
  const isStarting = search.has('start')
  const start = (isAsked: boolean) => setSearch(isAsked ? { start: 'new' } : {})
  if (open.data === undefined)
    return (
      <>
        <PageHeader title={text.title} />
        {open.error === null ? (
          <LoadingState />
        ) : (
          <ErrorState error={open.error} onRetry={() => void open.refetch()} />
        )}
      </>
    )
  const { workbench } = open.data
  // Whoever may not work on it sees what is in force.
  if (!may('scheme.draft')) return <WithoutDraft adopted={null} onDone={onStarted} />
  if (workbench !== null && !isStarting)
    return (
      <Draft key={workbench.draftId} workbench={workbench} onReplace={() => start(true)} onAdopted={setAdopted} />
    )
  if (isStarting)
    return (
      <>
        <PageHeader
          title={workbench === null ? text.intake.nextVersion : text.intake.replaceHeading}
          subtitle={text.subtitle}
          actions={<Button onClick={() => start(false)}>{text.intake.back}</Button>}
        />
        <Start
          putsAside={workbench !== null}
          copyFirst={Number(search.get('version')) || null}
          onDone={(next) => {
            onStarted(next)
            start(false)
          }}
        />
      </>
    )
  return <WithoutDraft adopted={adopted} onStart={() => start(true)} onDone={onStarted} />
}

/** Nothing open: the versions with the way to the next one, or in a new town the beginning. */
function WithoutDraft({
  adopted,
  onStart,
  onDone,
}: {
  readonly adopted: SchemeVersion | null
  /** Absent: not this person's to begin. */
  readonly onStart?: () => void
  readonly onDone: (workbench: Workbench) => void
}) {
  const text = useText(schemeText)
  const { today } = useSession()
  const versions = useAnswer(schemeEndpoints.listSchemeVersions, {})
  const hasVersions = (versions.data?.versions.length ?? 0) > 0
  return (
    <>
      <PageHeader
        title={text.title}
        subtitle={text.subtitle}
        actions={
          hasVersions &&
          onStart !== undefined && (
            <Button type="primary" onClick={onStart}>
              {text.intake.nextVersion}
            </Button>
          )
        }
      />
      {adopted !== null && <Adopted version={adopted} />}
      {hasVersions ? (
        <VersionList today={today} draftTitle={null} />
      ) : onStart === undefined ? (
        <EmptyState title={text.noneYet} />
      ) : (
        <Start putsAside={false} copyFirst={null} onDone={onDone} />
      )}
    </>
  )
}

/** Puts the new draft on screen and says where the one before it has gone. */
function useStarted(): (workbench: Workbench) => void {
  const queryClient = useQueryClient()
  const { message } = App.useApp()
  const words = useText(schemeVersionsText).start
  return (workbench) => {
    queryClient.setQueryData(openDraftKey, { workbench })
    const { replaced } = workbench
    if (replaced !== undefined) void message.info({ content: words.replaced(replaced.title), duration: 6 })
  }
}

/** Said once, right after the leading group has adopted the draft, with the step that comes next. */
function Adopted({ version: { version, effectiveFrom } }: { readonly version: SchemeVersion }) {
  const text = useText(schemeText).adoption
  const comparison = `/scheme/compare?from=${String(version - 1)}&to=${String(version)}`
  return (
    <Alert
      type="success"
      showIcon
      title={text.done(version)}
      style={{ marginBottom: 14 }}
      description={
        version === 1 ? (
          <>
            {text.doneNext} <Link to="/people">{text.toPeople}</Link>
          </>
        ) : (
          <>
            {text.doneFrom(effectiveFrom)} <Link to={comparison}>{text.toComparison}</Link>
          </>
        )
      }
    />
  )
}
