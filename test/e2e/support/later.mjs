// Loaded before the product (node --import): its clock runs so many days ahead.
const ahead = Number(process.env.GONGDAO_TEST_DAYS_AHEAD ?? '0') * 86_400_000
const RealDate = Date

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + ahead)
    else super(...given)
  }

  static now() {
    return RealDate.now() + ahead
  }
}
