import { Link } from 'react-router'
import { EmptyState } from '../parts/states.tsx'
import { useText } from '../text/dictionary.ts'
import { partsText } from '../text/parts.ts'

export function NotFoundPage() {
  const text = useText(partsText)
  return (
    <EmptyState title={text.notFoundTitle} actions={<Link to="/">{text.toHome}</Link>}>
      {text.notFoundText}
    </EmptyState>
  )
}
