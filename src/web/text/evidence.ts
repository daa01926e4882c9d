import { defineText } from './dictionary.ts'

/** 佐证 of entries and of lines of registers. */
export const evidenceText = defineText(
  {
    title: '佐证',
    none: '没有佐证。',
    add: '加佐证',
    photo: '拍照',
    hint: (megabytes: number) =>
      `照片、.pdf、.docx、.xlsx、.txt，每个不超过 ${String(megabytes)} MB。照片会重新存过，不带位置和机型。`,
    open: (fileName: string) => `打开 ${fileName}`,
    download: (fileName: string) => `下载 ${fileName}`,
    by: (by: string, at: string) => `${by} ${at}`,
    takenAt: (at: string) => `拍于 ${at}`,
    place: (latitude: string, longitude: string) => `北纬 ${latitude}，东经 ${longitude}`,
    sending: (fileName: string, percent: number) => `${fileName} 已传 ${String(percent)}%`,
    lost: '缩略图暂时看不到',
  },
  {
    title: 'Evidence',
    none: 'No evidence.',
    add: 'Add evidence',
    photo: 'Take a photo',
    hint: (megabytes) =>
      `Pictures, .pdf, .docx, .xlsx, .txt, up to ${String(megabytes)} MB each. Pictures are redrawn, without place or device.`,
    open: (fileName) => `Open ${fileName}`,
    download: (fileName) => `Download ${fileName}`,
    by: (by, at) => `${by} ${at}`,
    takenAt: (at) => `taken ${at}`,
    place: (latitude, longitude) => `${latitude}, ${longitude}`,
    sending: (fileName, percent) => `${fileName}: ${String(percent)}%`,
    lost: 'No thumbnail for now',
  },
)
