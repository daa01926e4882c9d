import { useSyncExternalStore } from 'react'

/** A screen's words: sentences, functions that make one from facts, or groups of them. */
type Words = { readonly [key: string]: string | readonly string[] | ((...facts: never[]) => string) | Words }

export type Language = 'zh' | 'en'

export type Dictionary<Shape> = Readonly<Record<Language, Shape>>

/** Chinese first: it defines which words a screen has, and English must have the same ones. */
export function defineText<Shape extends Words>(zh: Shape, en: NoInfer<Shape>): Dictionary<Shape> {
  return { zh, en }
}

const storageKey = 'gongdao.language'
const listeners = new Set<() => void>()

function currentLanguage(): Language {
  return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh'
}

export function chooseLanguage(language: Language): void {
  localStorage.setItem(storageKey, language)
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN'
  for (const notify of listeners) notify()
}

export function useLanguage(): Language {
  return useSyncExternalStore((notify) => {
    listeners.add(notify)
    return () => listeners.delete(notify)
  }, currentLanguage)
}

/** The words of one screen in the language chosen. */
export function useText<Shape>(dictionary: Dictionary<Shape>): Shape {
  return dictionary[useLanguage()]
}

/** For code outside components, such as the message of a failed call. */
export function textNow<Shape>(dictionary: Dictionary<Shape>): Shape {
  return dictionary[currentLanguage()]
}
