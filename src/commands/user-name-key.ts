/** What a user name is found by, letter case and character width aside: Zhang三 and ＺＨＡＮＧ三 are one account. */
export function userNameKey(userName: string): string {
  return userName.normalize('NFKC').trim().toLowerCase()
}
