import { expect, test } from 'vitest'
import { safePath } from './safe-path.ts'

test('登录后只去本站的页面', () => {
  for (const page of ['/', '/pay?year=2026', '/entries?person=%E5%BC%A0#top', '/people/何青'])
    expect(safePath(page)).toBe(page)
  const elsewhere = [
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r\n//evil.example',
  ]
  for (const from of [...elsewhere, 'https://evil.example', 'javascript:alert(1)', '', null])
    expect(safePath(from)).toBe('/')
})
