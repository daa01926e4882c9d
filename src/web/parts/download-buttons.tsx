import { App, Button } from 'antd'
import { messageOf } from './api.ts'
import { bulletinsText } from '../text/bulletins.ts'
import { useText } from '../text/dictionary.ts'

type Format = 'docx' | 'xlsx'

/** The same document as .docx and as .xlsx. */
export function DownloadButtons({ onTake }: { readonly onTake: (format: Format) => Promise<unknown> }) {
  const text = useText(bulletinsText)
  const { message } = App.useApp()
  const take = (format: Format) => {
    onTake(format).catch((error: unknown) => void message.error(messageOf(error)))
  }
  return (
    <>
      <Button onClick={() => take('docx')}>{text.word}</Button>
      <Button onClick={() => take('xlsx')}>{text.excel}</Button>
    </>
  )
}
