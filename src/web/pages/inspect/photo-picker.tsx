import { CameraOutlined, CloseOutlined, PictureOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { acceptedPictures } from '../../parts/attachments/accepted-files.ts'
import { newKey } from '../../parts/idempotency-key.ts'
import { useText } from '../../text/dictionary.ts'
import { inspectText } from '../../text/inspect.ts'
import styles from './inspect.module.css'
import type { QueuedPhoto } from './queued-finding.ts'
import { shrinkPhoto, takenNow } from './shrink-photo.ts'

type Props = {
  readonly photos: readonly QueuedPhoto[]
  readonly wantsPlace: boolean
  readonly onChange: (photos: readonly QueuedPhoto[]) => void
}

const mostPhotos = 5

/** Pictures taken now or chosen, drawn smaller before they are kept. */
export function PhotoPicker({ photos, wantsPlace, onChange }: Props) {
  const text = useText(inspectText)
  const { message } = App.useApp()
  const [isReading, setReading] = useState(false)
  const [camera, album] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)]
  const take = async (files: readonly File[]) => {
    setReading(true)
    const taken = wantsPlace && files.length > 0 ? await takenNow() : null
    const added: QueuedPhoto[] = []
    for (const file of files) {
      const bytes = await shrinkPhoto(file)
      if (bytes === null) void message.error({ content: text.photoUnreadable, duration: 8 })
      else added.push({ key: newKey(), bytes, taken })
    }
    if (photos.length + added.length > mostPhotos) void message.warning(text.mostPhotos(mostPhotos))
    onChange([...photos, ...added].slice(0, mostPhotos))
    setReading(false)
  }
  const input = (ref: typeof camera, label: string, isCamera: boolean) => (
    <input
      ref={ref}
      hidden
      type="file"
      aria-label={label}
      accept={acceptedPictures}
      {...(isCamera ? { capture: 'environment' as const } : { multiple: true })}
      onChange={({ target }) => {
        void take([...(target.files ?? [])])
        target.value = ''
      }}
    />
  )
  return (
    <div className={styles.photos}>
      {photos.map((photo, index) => (
        <Thumbnail
          key={photo.key}
          photo={photo}
          number={index + 1}
          onRemove={() => onChange(photos.filter(({ key }) => key !== photo.key))}
        />
      ))}
      {input(camera, text.photo, true)}
      {input(album, text.album, false)}
      <Button size="large" icon={<CameraOutlined />} loading={isReading} onClick={() => camera.current?.click()}>
        {text.photo}
      </Button>
      <Button size="large" icon={<PictureOutlined />} disabled={isReading} onClick={() => album.current?.click()}>
        {text.album}
      </Button>
      {wantsPlace && <span className="quiet">{text.placeTold}</span>}
    </div>
  )
}

type ThumbnailProps = { readonly photo: QueuedPhoto; readonly number: number; readonly onRemove: () => void }

function Thumbnail({ photo, number, onRemove }: ThumbnailProps) {
  const text = useText(inspectText)
  const address = useMemo(() => URL.createObjectURL(new Blob([photo.bytes], { type: 'image/jpeg' })), [photo])
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  return (
    <span className={styles.thumbnail}>
      <img src={address} alt={text.photoNumber(number)} />
      <Button
        size="small"
        shape="circle"
        icon={<CloseOutlined />}
        aria-label={text.removePhoto(number)}
        onClick={onRemove}
      />
    </span>
  )
}
