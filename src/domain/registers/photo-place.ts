/** 照片记下时间和位置: whether the town wants to know when and where a picture was taken; off unless switched on. */
export const photoPlaceSettingName = 'photo-place'

export function readPhotoPlace(value: unknown): boolean {
  return value === true
}
