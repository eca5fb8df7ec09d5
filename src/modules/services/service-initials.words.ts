/**
 * Characters whose usual reading begins with another letter than the platform sorts them by, each with that letter. Of the 6,763
 * of GB/T 2312, taken from `pinyin-pro`.
 */
export const OTHER_CHARACTERS: readonly string[] = [
  '耙p 泊b 长c 匙c 幢z 弹t 翟z 调t 囤t 镐h 貉m 咀z 埔p 茄q 刹c 伺s 嚣a 栅s 粘n 辗n 丌q 乜n 剡y 仡y 佴e 俟s 阽y 陂b 郄x',
  '郗c 凵k 圩x 艹a 芘p 苕t 荑y 茈z 荠q 荥y 荨q 莩p 莞w 葚s 蕃f 吖a 哕y 喔w 嗄a 噱j 峤q 饧t 阏e 丬p 沲d 湫q 溱z 骠p 玟m',
  '杓s 楱c 樘c 晟s 胲g 歙x 於w 灬h 沓t 钭t 铫y 镡t 鹄h 窨x 袷j 覃q 蚵k 蝤y 箐j 酢c 靓l 鳜j 鹘h',
];

/** Words of two and three characters in which one is read otherwise than alone, each with its initials; from the same. */
export const OTHER_WORDS: readonly string[] = [
  '增长zz 市长sz 调查dc 重新cx 导弹dd 行款hk 行列hl 行话hh 行业hy 隔行gh 在行zh 行家hj 内行nh 外行wh 同行th 本行bh 行伍hw',
  '洋行yh 银行yh 商行sh 支行zh 总行zh 行情hq 懂行dh 行规hg 行当hd 行货hh 太行th 入行rh 中行zh 农行nh 工行gh 建行jh 各行gh',
  '行号hh 行高hg 行首hs 行尾hw 行末hm 行长hz 行距hj 换行hh 行会hh 行辈hb 行道hd 道行dh 生长sz 院长yz 强调qd 音乐yy 部长bz',
  '成长cz 率领sl 校长xz 重庆cq 重建cj 给予jy 投降tx 家长jz 县长xz 西藏xz 长老zl 便宜py 州长zz 炮弹pd 藏族zz 重复cf 团长tz',
  '队长dz 区长qz 会长hz 长大zd 会计kj 调动dd 三藏sz 呼吁hy 长官zg 炸弹zd 咳嗽ks 外长wz 供给gj 师长sz 乐器yq 子弹zd 弹药dy',
  '科长kz 庭长tz 镇长zz 重重cc 总长zz 组长zz 重修cx 重来cl 军长jz 首长sz 厂长cz 司长sz 长子zz 站长zz 统率ts 地壳dq 补给bj',
  '钥匙ys 兄长xz 营长yz 重阳cy 吐蕃tb 乐队yd 排长pz 提防df 调研dy 伺候ch 重申cs 社长sz 畜牧xm 厌恶yw 鼓乐gy 秘鲁bl 班长bz',
  '星宿xx 村长cz 连长lz 自给zj 道长dz 复辟fb 曝光bg 曲调qd 长辈zb 厅长tz 传记zj 酋长qz 重返cf 调集dj 议长yz 辟邪bx 声调sd',
  '调度dd 海参hs 重叠cd 单调dd 人参rs 重现cx 调用dy 咀嚼jj 乐曲yq 枪弹qd 情调qd 重演cy 重试cs 弹道dd 调遣dq 倔强jj 宝藏bz',
  '纤夫qf 可恶kw 反省fx 坦率ts 抽调cd 弄堂lt 乐舞yw 声乐sy 长相zx 榴弹ld 重围cw 助长zz 列传lz 核弹hd 单于cy 低调dd 龟兹qc',
  '年长nz 外传wz 礼乐ly 血泊xp 弹壳dk 省悟xw 族长zz 乐团yt 格调gd 语调yd 音调yd 乐府yf 调任dr 中弹zd 长者zz 校正jz 劝降qx',
  '给与jy 弹丸dw 色调sd 表率bs 招降zx 归降gx 屏息bx 重逢cf 器乐qy 氢弹qd 脖颈bg 轻率qs 膀胱pg 恐吓kh 给养jy 飞弹fd 攒动cd',
  '乐章yz 调子dz 憎恶zw 保长bz 校勘jk 重提ct 长史zs 执拗zn 腔调qd 长进zj 滋长zz 重合ch 栅栏zl 调档dd 甲壳jq 重温cw 自传zz',
  '高调gd 草率cs 巷道hd 荥阳xy 仓卒cc 小调xd 受降sx 配给pj 奇数js 直率zs 奏乐zy 调离dl 机长jz 实弹sd 乐师ys 诱降yx 征调zd',
  '干咳gk 止咳zk 乐工yg 给付jf 长孙zs 校订jd 投弹td 调换dh 长兄zx 给水js 督率ds 好恶hw 消长xz 校对jd 番禺py 调回dh 弦乐xy',
  '丹参ds 次长cz 发卡fq 刹车sc 重播cb 威吓wh 降顺xs 调式ds 弹弓dg 校点jd 校注jz 月氏yz 经传jz 曾孙zs 关卡gq 颤栗zl 趔趄lq',
  '调运dy 乐音yy 恫吓dh 论调ld 民乐my 财会ck 校场jc 乐歌yg 打颤dz 大藏dz 厦门xm 东莞dg 宫调gd 弹片dp 屏气bq 哀乐ay 长势zs',
  '校验jy 大调dd 躯壳qq 学长xz 笔调bd 畜产xc 调阅dy 曾祖zz 变调bd 乐律yl 重印cy 自省zx 提调td 藤蔓tw 解数xs 霰弹xd 雅乐yy',
  '诈降zx 猪圈zj 防弹fd 同调td 调转dz 调演dy 奇偶jo 转调zd 配乐py 步调bd 校本jb 易传yz 乐谱yp 吟哦ye 征辟zb 介壳jq 咯血kx',
  '重生cs 乐理yl 藏历zl 正传zz 寒颤hz 降伏xf 轧钢zg 东阿de 弹夹dj 里弄ll 弹坑dk 调令dl 调派dp 教长jz 重唱cc 乐坛yt 引吭yh',
  '官长gz 军乐jy 扁舟pz 重奏cz 稽首qs 调调dd 叨扰tr 霓裳nc 省亲xq 嫌恶xw 龟裂jl 白术bz 犍为qw 调头dt 外调wd 纤手qs 内省nx',
  '咳血kx 股长gz 刹住sz 率直sz 交恶jw 铅山ys 重光cg 长上zs 小传xz 对调dd 平调pd 进给jj 率性sx 咳喘kc 乜斜mx 时调sd 重孙cs',
  '经幢jc 调门dm 粗率cs 相率xs 款识kz 吁请yq 文蛤wg 调取dq 畜养xy 吡咯bl 红苕hs 校样jy 尿泡sp 评传pz 拉纤lq 骨殖gs 阏氏yz',
  '冷颤lz 管乐gy 纳降nx 万乘ws 校准jz 选调xd 国乐gy 卡壳qk 辟谷bg 重出cc 藏青zq 调人dr 率真sz 虾蟆hm 重婚ch 党参ds 调温dw',
  '拱券gx 哨卡sq 系带jd 羊圈yj 苍术cz 蛤蚧gj 蛤蜊gl 瓜蔓gw 女红ng 刨床bc 扒手ps 沙参ss 借调jd 流弹ld 校阅jy 别传bz 藏戏zx',
  '调职dz 省视xs 攒眉cm 扒灰ph 长调cd 重审cs 调防df 反调fd 巨贾jg 校核jh 重九cj 主调zd 词调cd 镐头gt 乐池yc 屏弃bq 铅弹qd',
  '请调qd 省察xc 纤绳qs 重影cy 重启cq 重整cz 重弹ct 重足cz 重山cs 重游cy 重峦cl 崆峒kt 朝霞zx 朝夕zx 朝气zq 省长sz 臧否zp',
  '否泰pt 枞阳zy 朝朝zz 仡佬gl 检察长jcz 董事长dsz 参谋长cmz 交响乐jxy 吐谷浑tyh 照明弹zmd 烟幕弹ymd 纪传体jzt 阿房宫epg',
  '燃烧弹rsd 摇滚乐ygy 护士长hsz 信号弹xhd 子母弹zmd 英雄传yxz 爵士乐jsy 曳光弹ygd 咏叹调ytd 灵长目lzm 占便宜zpy 多弹头ddt',
  '司务长swz 掷弹筒zdt 广渠门aqm 空包弹kbd 弹着点dzd 西洋参xys 催泪弹cld 列车长lcz 达姆弹dmd 高丽参gls 藏红花zhh 卡脖子qbz',
  '红澄澄hdd 钉齿耙dcb 宣传弹xcd 奇函数jhs 进给量jjl 百夫长bfz 否极泰pjt 泰来否tlp 咳特灵ktl 开户行khh 郦食其lyj 一重山ycs',
  '屈戌儿qqe 行一行xyh 干哪行gnh 干一行gyh',
];
