import styles from './proof.module.css'

/** Hex in groups of four, to be read aloud and compared; a copy of it carries the spaces. */
export function HexDigits({ digits, isLarge = false }: { readonly digits: string; readonly isLarge?: boolean }) {
  const groups = digits.match(/.{1,4}/g) ?? []
  return (
    <p className={isLarge ? styles.digitsLarge : styles.digits}>
      {groups.map((group, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- the same four digits may come twice
        <span key={place}>{group} </span>
      ))}
    </p>
  )
}
