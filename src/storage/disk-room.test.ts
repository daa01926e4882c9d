import { expect, test } from 'vitest'
import { diskRoom, megabyte, readDiskReserve } from './disk-room.ts'

test('低于预留就说还剩多少，腾出空间后自己恢复；一秒内不看第二次', async () => {
  let [now, free, looks] = [0, 300 * megabyte, 0]
  const room = diskRoom(
    { folder: '/somewhere', reserveBytes: 256 * megabyte },
    () => now,
    async () => {
      looks += 1
      return free
    },
  )
  expect(await room.shortage()).toBeNull()
  free = 255 * megabyte
  now = 999
  expect(await room.shortage()).toBeNull()
  now = 1000
  expect(await room.shortage()).toEqual({ freeBytes: 255 * megabyte, reserveBytes: 256 * megabyte })
  expect(looks).toBe(2)
  free = 256 * megabyte
  now = 2000
  expect(await room.shortage()).toBeNull()
})

test('同时来问的，等同一次查看', async () => {
  let looks = 0
  const room = diskRoom(
    { folder: '/somewhere', reserveBytes: 2 },
    () => 0,
    async () => {
      looks += 1
      return 1
    },
  )
  const found = await Promise.all([room.shortage(), room.shortage(), room.shortage()])
  expect([looks, ...found.map((one) => one?.freeBytes)]).toEqual([1, 1, 1, 1])
})

test('问不到的磁盘不算满；数据库在别处就不看', async () => {
  const broken = diskRoom({ folder: '/no such folder', reserveBytes: Number.MAX_SAFE_INTEGER })
  expect(await broken.shortage()).toBeNull()
  expect(await diskRoom(null).shortage()).toBeNull()
})

test('真的磁盘：预留比整个盘还大，就是不够', async () => {
  const room = diskRoom({ folder: '.', reserveBytes: Number.MAX_SAFE_INTEGER })
  expect((await room.shortage())?.freeBytes).toBeGreaterThan(0)
})

test('GONGDAO_DISK_RESERVE_MB 是兆字节数，不设为 256', () => {
  expect(readDiskReserve({})).toBe(256 * megabyte)
  expect(readDiskReserve({ GONGDAO_DISK_RESERVE_MB: '' })).toBe(256 * megabyte)
  expect(readDiskReserve({ GONGDAO_DISK_RESERVE_MB: '0' })).toBe(0)
  expect(readDiskReserve({ GONGDAO_DISK_RESERVE_MB: '512' })).toBe(512 * megabyte)
  for (const typed of ['一百', '-1', '1.5', '1e3', ' 1'])
    expect(readDiskReserve({ GONGDAO_DISK_RESERVE_MB: typed })).toBeNull()
})
