/**
 * Words that stand in the lists guessers work through, in lower case: English, pinyin, numbers with a meaning, Chinese,
 * and the words of this trade. Digits around them, keys in a row and birthdays are found by rule (password-policy.ts).
 */
export const commonWords: ReadonlySet<string> = new Set(
  `
  password passwd pass pwd passw0rd admin administrator root user guest test tester demo login welcome hello letmein
  master manager system server secret default changeme access backup oracle mysql postgres sqlserver public private
  love iloveyou loveyou lover baby princess angel sunshine flower dragon monkey tiger panda superman batman spiderman
  football basketball baseball soccer hockey michael jordan kobe james daniel jessica michelle charlie robert thomas
  shadow killer hunter ranger winner freedom whatever trustno1 starwars pokemon computer internet windows microsoft
  google apple iphone samsung huawei xiaomi android lenovo google123 money happy lucky forever summer winter spring
  autumn january february march april june july august september october november december monday friday sunday
  china beijing shanghai guangzhou shenzhen chongqing tianjin wuhan chengdu nanjing hangzhou zhongguo
  woaini woaiwo woaiwojia woaini1314 woaini520 woaizhongguo woailaopo woailaogong woaimama woaibaba aini nihao nihaoma
  woshishui woshini wobuzhidao bushi wode nide laopo laogong baobei baobao qinai qinaide xihuan xingfu kuaile meili
  mima wodemima mimamima mima123 guanliyuan yonghu zhanghao denglu xitong ceshi moren caiwu bangong bangongshi
  gongdao kaohe jixiao jixiaokaohe kaoheban xiangzhen zhenzhengfu zhengfu jiedao dangwei dangzhengban dangzheng
  zuzhibu jiwei jijian duban ducha renda minzheng caizheng nongye shehui renshi renshiju gongzi shuji zhenzhang
  buzhidao haohaoxuexi tiantianxiangshang fuzhou gongxifacai wanshiruyi yifanfengshun xinnian xinniankuaile
  zhang wang zhao qian chen yang huang zhou sun zhu gao lin luo zheng liang xie tang deng feng jiang zeng peng
  zhangsan lisi wangwu zhaoliu zhangwei wangwei liwei wangfang lina zhangli wangjing liqiang zhangmin wangyan
  liming xiaoming xiaohong xiaohei dahei ming wei fang qiang jing yan tao jun lei hong hua ping gang
  520 521 1314 5201314 1314520 5211314 5201314520 3344520 3344521 7758521 7758258 1314521 201314 88888 66666
  168 16888 1688 518 5188 666 888 999 110 119 120 10086 10010 10000 12306 12345 007 911
  abc abcd aaa qq qaz wsx qwe asd zxc qwer asdf zxcv qazwsx qwaszx www com cn net qqcom 163com 126com
  我爱你 我爱中国 我爱我家 密码 我的密码 管理员 用户 测试 系统 你好 公道 考核 考核办 绩效 财务 办公室 镇政府 街道办 政府
  党委 党政办 中国 北京 上海 老婆 老公 宝贝 妈妈 爸爸 生日 快乐 新年快乐 恭喜发财 万事如意 一帆风顺 天天向上 好好学习
  `
    .trim()
    .split(/\s+/),
)
