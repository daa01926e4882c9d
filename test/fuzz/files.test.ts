import { expect, test } from 'vitest'
import { fuzzFiles } from './compile-fuzz.ts'
import { faultOfFile } from './file-faults.ts'
import { originalFiles } from './file-mutations.ts'

test('损坏的 .docx、.xlsx、.doc、.html、.txt 三千个：读得出就编得成，读不出就一句话说清', async () => {
  const { failures, readable } = await fuzzFiles(3_000)
  expect(failures).toEqual([])
  // Were all refused at the door, nothing would have been tried.
  expect(readable).toBeGreaterThan(600)
  expect(readable).toBeLessThan(2_700)
})

test('没损坏的都读得出', async () => {
  for (const file of originalFiles()) expect(await faultOfFile(file)).toEqual({ fault: null, isRead: true })
})
