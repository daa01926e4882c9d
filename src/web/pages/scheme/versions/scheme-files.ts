import { App } from 'antd'
import { schemeEndpoints } from '../../../../http/contract/schemes.ts'
import { download, messageOf } from '../../../parts/api.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeVersionsText } from '../../../text/scheme-versions.ts'

const formats = ['docx', 'xlsx', 'json'] as const

/** What is exported: an adopted version, or the open draft. */
type Exported = { readonly version: number } | { readonly draftId: string }

/** The files a scheme leaves as, as items of a menu, and taking one of them. */
export function useSchemeFiles(exported: Exported) {
  const words = useText(schemeVersionsText)
  const { message } = App.useApp()
  const take = (key: string) => {
    const format = formats.find((one) => one === key)
    if (format === undefined) return
    const query = { format }
    const version = 'version' in exported ? exported.version : null
    const name = `${words.fileName(version)}.${format}`
    const taken =
      'version' in exported
        ? download(schemeEndpoints.downloadSchemeVersion, name, { params: { version: exported.version }, query })
        : download(schemeEndpoints.downloadDraft, name, { params: { draftId: exported.draftId }, query })
    const hide = message.loading({ content: words.files[format], duration: 0 })
    void taken
      .catch((error: unknown) => {
        void message.error({ content: `${words.exportFailed}：${messageOf(error)}`, duration: 8 })
      })
      .finally(hide)
  }
  return { items: formats.map((key) => ({ key, label: words.files[key] })), take }
}
