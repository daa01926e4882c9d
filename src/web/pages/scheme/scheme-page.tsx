import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { townDay } from '../../../domain/primitives/local-date.ts'
import { adoptionEndpoints } from '../../../http/contract/adoption.ts'
import { schemeEndpoints, type Workbench } from '../../../http/contract/schemes.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { useMay, useSession } from '../../parts/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { schemeText } from '../../text/scheme.ts'
import { schemeVersionsText } from '../../text/scheme-versions.ts'
import { AdoptionBanner } from './adoption-banner.tsx'
import { Draft } from './draft.tsx'
import { Start } from './start/start-page.tsx'
import { VersionList } from './versions/version-list.tsx'
import { openDraftKey } from './workbench/use-draft-commands.ts'

/** The open draft, or the ways to begin one; without a draft also what was adopted before. */
export function SchemePage() {
  const text = useText(schemeText)
  const open = useAnswer(schemeEndpoints.readOpenDraft, {})
  const [search, setSearch] = useSearchParams()
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
  if (!may('scheme.draft')) return <WithoutDraft onDone={onStarted} />
  if (workbench !== null && !isStarting)
    return <Draft key={workbench.draftId} workbench={workbench} onReplace={() => start(true)} />
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
  return <WithoutDraft onStart={() => start(true)} onDone={onStarted} />
}

/** Nothing open: the versions with the way to the next one, or in a new town the beginning. */
function WithoutDraft({
  onStart,
  onDone,
}: {
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
      <LatestAdoption today={today} />
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

/** What lies before the leading group; on the day of its decision, the new version with the step that comes next. */
function LatestAdoption({ today }: { readonly today: string }) {
  const text = useText(schemeText).adoption
  const { data } = useAnswer(adoptionEndpoints.listAdoptions, {})
  const latest = data?.adoptions[0]
  if (latest === undefined) return null
  const { state, version, effectiveFrom, decidedAt } = latest
  if (state === 'open') return <AdoptionBanner proposal={latest} />
  if (state !== 'approved' || decidedAt === null || townDay(Date.parse(decidedAt)) !== today) return null
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
