import { Button } from 'antd'
import { useRouteError } from 'react-router'
import { EmptyState } from '../parts/states.tsx'
import { useText } from '../text/dictionary.ts'
import { partsText } from '../text/parts.ts'

/** A fault of ours, or a page opened before an update whose parts are gone from the server. */
export function BrokenPage() {
  const text = useText(partsText)
  const error = useRouteError()
  const words = error instanceof Error ? error.message : String(error)
  const isOutdated = /dynamically imported module|module script failed|Failed to fetch/i.test(words)
  return (
    <EmptyState
      title={isOutdated ? text.outdatedTitle : text.brokenTitle}
      actions={
        <>
          <Button type="primary" onClick={() => window.location.reload()}>
            {text.reload}
          </Button>
          <Button href="/">{text.toHome}</Button>
        </>
      }
    >
      <p>{isOutdated ? text.outdatedText : text.brokenText}</p>
      {!isOutdated && <code>{words}</code>}
    </EmptyState>
  )
}
