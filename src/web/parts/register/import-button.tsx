import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useText } from '../../text/dictionary.ts'
import { registerText } from '../../text/register.ts'
import { ImportFlow } from '../import-flow.tsx'
import type { ImportSource } from '../import-source.ts'

/** Takes in a sheet: template, check, faults by row and column, then the import. */
export function ImportButton({ source, words }: { readonly source: ImportSource; readonly words?: string }) {
  const text = useText(registerText)
  const queryClient = useQueryClient()
  const [isOpen, show] = useState(false)
  return (
    <>
      <Button onClick={() => show(true)}>{words ?? text.importSheet}</Button>
      <ImportFlow
        open={isOpen}
        onClose={() => show(false)}
        onDone={() => void queryClient.invalidateQueries()}
        source={source}
      />
    </>
  )
}
