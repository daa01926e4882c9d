/**
 * What a file input lets in. Pictures stand by their types and not by their endings: an iPhone then hands a photo of its
 * library over as JPEG, and not as HEIC, which is refused.
 */
export const acceptedPictures = 'image/jpeg,image/png,image/webp'
export const acceptedFiles = `${acceptedPictures},.pdf,.docx,.xlsx,.txt`
