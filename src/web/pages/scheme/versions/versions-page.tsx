import { Button } from 'antd'
import { Link } from 'react-router'
import { schemeEndpoints } from '../../../../http/contract/schemes.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import { useAnswer } from '../../../parts/queries.ts'
import { useSession } from '../../../parts/session.tsx'
import { useText } from '../../../text/dictionary.ts'
import { schemeVersionsText } from '../../../text/scheme-versions.ts'

import { VersionList } from './version-list.tsx'

/** 历次版本: what was adopted when, and from where any of it is read, compared, printed or copied. */
export function VersionsPage() {
  const words = useText(schemeVersionsText).list
  const { today } = useSession()
  const open = useAnswer(schemeEndpoints.readOpenDraft, {})
  return (
    <>
      <PageHeader
        title={words.title}
        subtitle={words.subtitle}
        actions={
          <Link to="/scheme">
            <Button>{words.toWorkbench}</Button>
          </Link>
        }
      />
      <VersionList today={today} draftTitle={open.data?.workbench?.scheme.title ?? null} />
    </>
  )
}
