/** Hands a text to the browser's downloads. */
export function saveNote(note: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([note], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => {
    URL.revokeObjectURL(address)
  }, 60_000)
}
