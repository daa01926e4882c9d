/**
 * One stored character, one folded character: every index into the folded text is an index into the stored text.
 */

/** Traditional characters of official prose, each before its simplified form; only pairs that are never ambiguous. */
const traditionalPairs =
  '執执機机職职績绩資资評评實实務务關关標标準准達达計计劃划調调訓训設设記记錄录證证訴诉詢询課课請请諾诺謀谋議议護护讀读變变讓让' +
  '認认誤误說说談谈論论譯译譽誉負负貢贡財财責责貨货貪贪購购貫贯賓宾賞赏賠赔賬账質质贈赠贏赢費费貼贴賀贺賣卖買买貸贷貿贸賄贿賭赌贓赃' +
  '車车軍军軌轨轉转輪轮軟软較较載载輔辅輕轻輛辆輸输辦办辭辞農农進进運运過过違违遠远適适選选遺遗遲迟邊边還还遞递連连週周鄉乡鎮镇鄰邻' +
  '鐵铁鋼钢銀银錯错鍵键鏈链鑒鉴針针釘钉銷销鋒锋長长門门閉闭開开間间閱阅隊队階阶際际陽阳陰阴險险隨随隱隐陳陈陸陆雙双雜杂難难離离電电靜静' +
  '響响頁页項项順顺須须預预領领頭头題题額额顯显願愿類类顧顾顏颜風风飛飞飯饭飲饮館馆養养餘余馬马駐驻駕驾騙骗驗验驚惊體体點点黨党齊齐' +
  '龍龙龜龟業业東东條条來来個个們们倫伦偉伟側侧偵侦傑杰備备傳传債债傷伤傾倾僅仅價价儀仪億亿優优償偿兒儿兩两內内冊册凍冻凱凯別别剛刚創创劇剧' +
  '勞劳動动勢势勵励勝胜區区協协單单參参員员問问喪丧喬乔嘆叹嚴严囑嘱團团園园圍围國国圖图圓圆場场塊块墊垫壓压壞坏壯壮聲声處处壽寿夢梦夠够' +
  '奪夺奮奋奬奖獎奖婦妇媽妈孫孙學学寧宁審审寫写寬宽對对導导尋寻將将專专屆届屬属層层島岛崗岗嶺岭幣币帳帐帶带幫帮幹干庫库應应廠厂廳厅廣广廢废' +
  '張张強强彈弹彙汇後后從从復复徑径徵征徹彻愛爱態态慶庆憂忧憑凭憲宪懲惩懷怀戰战戲戏戶户拋抛掃扫掛挂採采換换揚扬損损搖摇搶抢摺折撥拨擇择擔担' +
  '據据擠挤擬拟擴扩擾扰攔拦攝摄敗败敵敌數数斷断於于時时晉晋晝昼曆历曉晓曠旷書书會会權权極极構构槍枪樂乐樓楼樣样樹树橋桥檔档檢检櫃柜欄栏歡欢' +
  '歲岁歷历歸归殘残殺杀氣气決决沒没況况洩泄測测渾浑湊凑準准溝沟滅灭滾滚滿满漁渔漲涨漸渐潔洁潛潜澤泽濟济濫滥灣湾災灾為为烏乌無无煉炼煙烟熱热' +
  '營营爭争爾尔牆墙獨独獲获獻献環环現现產产畝亩畢毕畫画異异當当疊叠療疗發发盜盗盡尽監监盤盘眾众碼码確确礎础禮礼種种稱称穩稳積积窮穷競竞筆笔' +
  '節节範范築筑簡简簽签籌筹籤签糧粮糾纠約约紅红紀纪純纯納纳級级細细組组結结統统經经綜综綠绿維维網网緊紧線线緩缓編编緣缘練练縣县總总織织繳缴' +
  '繼继續续罰罚罵骂職职聯联聽听肅肃脫脱腦脑腳脚臉脸臨临舉举舊旧艦舰艱艰莊庄華华萬万葉叶處处號号衛卫衝冲補补裝装製制複复襲袭見见規规視视覺觉' +
  '觀观觸触計计訂订訊讯訪访許许詐诈試试詳详誠诚語语課课誰谁謊谎講讲識识譴谴豐丰貧贫賴赖趕赶跡迹踐践躍跃軀躯輿舆轄辖迴回裡里裏里這这達达遙遥郵邮' +
  '醫医釋释鑰钥閒闲閣阁隸隶霧雾韓韩頻频顛颠飽饱騰腾髮发鬥斗鬧闹魚鱼鳥鸟鹽盐麗丽麥麦黃黄齡龄與与並并係系佈布佔占併并倖幸僱雇兇凶勳勋厲厉' +
  '衆众啟启喫吃嘗尝嚐尝囙因埰采妳你姦奸娛娱宮宫峯峰巖岩慮虑慾欲擧举斂敛曏向枱台棄弃檯台欽钦歐欧氾泛滙汇滷卤牽牵甦苏疇畴皺皱礙碍祕秘稅税穀谷' +
  '粵粤紛纷紙纸紹绍終终給给絕绝絲丝綫线綱纲緒绪緝缉縮缩縱纵羣群習习脅胁膽胆蘭兰蘇苏虧亏蟲虫術术褲裤託托詞词詬诟誌志誣诬調调諮咨謂谓謙谦謝谢' +
  '賦赋贊赞趨趋踴踊軸轴輩辈輯辑邏逻鄭郑釀酿鈔钞鋪铺錢钱鎖锁鑑鉴鑽钻闊阔闖闯關关陣阵隻只雖虽霑沾韌韧頂顶頓顿頗颇頒颁飼饲騎骑鬆松' +
  '減减暫暂該该遷迁絡络匯汇鐘钟臺台靈灵惡恶慣惯討讨診诊虛虚薦荐藝艺藥药蓋盖羅罗毀毁溫温漢汉潤润攜携敘叙遊游諧谐膚肤驅驱聞闻曬晒卻却廁厕壇坛墳坟寶宝師师彎弯憶忆懇恳撐撑攤摊棟栋楊杨榮荣殼壳涼凉淚泪淨净滯滞滲渗濕湿灑洒灘滩燈灯燒烧爐炉狀状猶犹獄狱' +
  '瑣琐矯矫礦矿禍祸禦御稟禀穢秽竊窃篩筛糞粪紮扎綁绑緯纬縫缝纏缠罷罢聖圣聰聪臟脏藍蓝覽览訛讹訟讼誇夸誕诞諒谅謠谣謹谨讚赞豎竖賊贼賜赐賢贤贍赡輟辍辯辩遼辽邁迈醜丑鉛铅鍛锻鏟铲鑄铸閃闪閘闸闡阐頌颂頑顽頹颓飢饥饑饥駛驶騷骚驕骄鮮鲜麵面麼么齒齿'

/** Radicals that text extraction from PDF leaves in place of the characters they look like. */
const radicalPairs =
  '⺟母⺠民⺫目⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⼾户'

const punctuation: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '\u00a0': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2009': ' ',
  '\u2004': ' ',
  '\u2005': ' ',
  '\u2006': ' ',
  '\u2007': ' ',
  '\u2008': ' ',
  '\u200a': ' ',
  '\u202f': ' ',
  '\u205f': ' ',
  // Founder fonts keep their full-width blanks in the private area.
  '\ue5e5': ' ',
  '\ue5ce': ' ',
  '\u0085': '\n',
  '\r': ' ',
  '\v': ' ',
  '\f': '\n',
  '\u2028': '\n',
  '\u2029': '\n',
  '\u2013': '-',
  '\u2212': '-',
  '\u2010': '-',
  '\u301c': '~',
  '〔': '(',
  '〕': ')',
  '【': '(',
  '】': ')',
  '﹐': ',',
  '﹑': '、',
  '﹒': '.',
  '﹔': ';',
  '﹕': ':',
  '｡': '。',
  '､': '、',
}

/** What takes no room on the page: soft hyphens, zero-width blanks and joiners, marks of direction and of bytes. */
const roomless =
  '\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff'

/** Stands for every character that takes no room; the body is read without it. */
export const noRoom = '\u200b'

const foldings: readonly (readonly [string, string])[] = [
  ...pairsOf(traditionalPairs),
  ...pairsOf(radicalPairs),
  ...Object.entries(punctuation),
  ...Array.from(roomless, (character): [string, string] => [character, noRoom]),
]

function* pairsOf(pairs: string): Generator<[string, string]> {
  for (let i = 0; i + 1 < pairs.length; i += 2) yield [pairs.charAt(i), pairs.charAt(i + 1)]
}

/** The first and last of the full-width forms, the Kangxi radicals and the compatibility ideographs. */
const compatibilityBlocks = [
  [0xff01, 0xff5e],
  [0x2f00, 0x2fd5],
  [0xf900, 0xfaff],
] as const

const unitCount = 0x10000
/** What each UTF-16 unit is read as: a table, since it is asked of every character of the text several times. */
const readings = new Uint16Array(unitCount)
for (let code = 0; code < unitCount; code++) readings[code] = code
for (const [from, form] of foldings) readings[from.charCodeAt(0)] = form.charCodeAt(0)
// A traditional form of a radical look-alike and the like: one step further.
for (const [from, form] of foldings) readings[from.charCodeAt(0)] = readings[form.charCodeAt(0)] ?? 0
for (const [first, last] of compatibilityBlocks)
  for (let code = first; code <= last; code++) {
    const form = String.fromCharCode(code).normalize('NFKC')
    if (readings[code] === code && form.length === 1) readings[code] = readings[form.charCodeAt(0)] ?? code
  }

/** The UTF-16 unit that a unit is read as. */
export function foldUnit(code: number): number {
  return readings[code] ?? code
}

/**
 * The text in half-width, simplified characters, UTF-16 unit for UTF-16 unit: folded.length === stored.length.
 * Line breaks and tabs stay, other blanks become plain spaces.
 */
export function foldCharacters(stored: string): string {
  const codes = new Uint16Array(stored.length)
  for (let i = 0; i < stored.length; i++) codes[i] = foldUnit(stored.charCodeAt(i))
  return textOfCodes(codes)
}

/** How many units one call may take as its arguments. */
const atOnce = 8192

/** The text whose UTF-16 units these are. */
export function textOfCodes(codes: Uint16Array): string {
  const parts: string[] = []
  for (let i = 0; i < codes.length; i += atOnce) parts.push(String.fromCharCode(...codes.subarray(i, i + atOnce)))
  return parts.join('')
}
