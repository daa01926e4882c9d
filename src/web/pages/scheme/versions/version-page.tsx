import { Button, Dropdown } from 'antd'
import { useMemo } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { schemeEndpoints, type SchemeVersion } from '../../../../http/contract/schemes.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import { useAnswer } from '../../../parts/queries.ts'
import { ErrorState, LoadingState } from '../../../parts/states.tsx'
import { useText } from '../../../text/dictionary.ts'
import { momentText } from '../../../text/figure.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeExamplesText } from '../../../text/scheme-examples.ts'
import { schemeVersionsText } from '../../../text/scheme-versions.ts'
import { schemeWholeText } from '../../../text/scheme-whole.ts'
import { ExamplesPane } from '../examples/examples-pane.tsx'
import { ChangesPane } from '../workbench/changes-pane.tsx'
import { changesOf } from '../workbench/changes.ts'
import type { SideTab } from '../workbench/side-tabs.tsx'
import { readModel, type WorkbenchModel } from '../workbench/workbench-model.ts'
import { WorkbenchPanes } from '../workbench/workbench.tsx'
import { useSchemeFiles } from './scheme-files.ts'

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
  const tabs = useVersionTabs(model)
  return (
    <>
      <PageHeader
        title={`${text.version(version.version)} · ${model.scheme.title}`}
        subtitle={
          <>
            {text.effectiveFrom} {version.effectiveFrom} · {text.basis}：{version.basis}
            {version.proposedBy !== null && ` · ${text.proposedBy}：${version.proposedBy}`} · {text.adoptedBy}：
            {version.adoptedBy} {momentText(version.adoptedAt)}
          </>
        }
        actions={<VersionActions version={version.version} />}
      />
      <WorkbenchPanes
        key={version.version}
        model={model}
        actions={null}
        tabs={tabs}
        barTools={<span className="quiet">{text.readOnly}</span>}
      />
    </>
  )
}

function VersionActions({ version }: { readonly version: number }) {
  const words = useText(schemeVersionsText)
  const text = useText(schemeText).bar
  const navigate = useNavigate()
  const files = useSchemeFiles({ version })
  return (
    <>
      {version > 1 && (
        <Link to={`/scheme/compare?from=${String(version - 1)}&to=${String(version)}`}>
          <Button>{words.list.compareWithPrevious}</Button>
        </Link>
      )}
      <Button onClick={() => void navigate(`/scheme/versions/${String(version)}/print`)}>
        {words.list.print}
      </Button>
      <Dropdown trigger={['click']} menu={{ items: files.items, onClick: ({ key }) => files.take(key) }}>
        <Button>{words.exportMenu}</Button>
      </Dropdown>
      <Link to="/scheme/versions">
        <Button>{text.versions}</Button>
      </Link>
    </>
  )
}

/** What of the version is not the text's own, and the examples that guard it. */
function useVersionTabs(model: WorkbenchModel): readonly SideTab[] {
  const words = useText(schemeWholeText).changes
  const examples = useText(schemeExamplesText)
  return useMemo(() => {
    const changes = changesOf(model.scheme, model.text !== '')
    return [
      {
        key: 'changes',
        label: model.text === '' ? words.tabBlank(changes.length) : words.tab(changes.length),
        content: <ChangesPane changes={changes} />,
      },
      {
        key: 'examples',
        label: examples.tab(model.scheme.examples?.length ?? 0),
        content: <ExamplesPane />,
      },
    ]
  }, [model, words, examples])
}
