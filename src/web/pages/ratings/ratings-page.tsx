import { PageHeader } from '../../parts/page-header.tsx'
import { useText } from '../../text/dictionary.ts'
import { shellText } from '../../text/shell.ts'

export function RatingsPage() {
  const text = useText(shellText).menu
  return <PageHeader title={text.ratings} />
}
