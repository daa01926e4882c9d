import { PageHeader } from '../../parts/page-header.tsx'
import { useText } from '../../text/dictionary.ts'
import { shellText } from '../../text/shell.ts'

export function HomePage() {
  const text = useText(shellText).menu
  return <PageHeader title={text.home} />
}
