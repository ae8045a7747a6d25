using System.Diagnostics;
using CoachBot.Core.Privacy;
using CsCheck;
using Xunit;

namespace CoachBot.Tests.Privacy;

public sealed class PersonalDataMaskTests
{
    private readonly PersonalDataMask _mask = new();

    /// <summary>What is typed, and what is kept of it.</summary>
    public static TheoryData<string, string> Hidden => new()
    {
        // Cards: in one piece, in groups, in full width, of 13 to 19 digits.
        { "客户卡6222021001100123451转错账", "客户卡[卡号]转错账" },
        { "卡号 6228480012345678911 被吞", "卡号 [卡号] 被吞" },
        { "card 4111 1111 1111 1111 declined", "card [card number] declined" },
        { "card 4111-1111-1111-1111 declined", "card [card number] declined" },
        { "her card 4532123456789014 was kept", "her card [card number] was kept" },
        { "６２２２０２１００１１００１２３４５１ 丢了", "[卡号] 丢了" },
        { "卡 ４１１１ １１１１ １１１１ １１１１ 刷不了", "卡 [卡号] 刷不了" },
        { "amex 3782 822463 10005 refused", "amex [card number] refused" },
        { "卡号3566002020360505不能用", "卡号[卡号]不能用" },
        { "两张卡6217001234567890122和4000000000000002", "两张卡[卡号]和[卡号]" },
        { "435799123456789018 cannot pay", "[card number] cannot pay" },
        { "6222 0210 0110 0123 451 取不出钱", "[卡号] 取不出钱" },
        { "這張卡6222021001100123451被吞，客戶很生氣", "這張卡[卡號]被吞，客戶很生氣" },

        // PRC identity numbers.
        { "身份证11010519491231002X过期", "身份证[身份证号]过期" },
        { "身份证11010519491231002x过期", "身份证[身份证号]过期" },
        { "号码440106198801011239的客户", "号码[身份证号]的客户" },
        { "证件 310115 19900215 0015 有误", "证件 [身份证号] 有误" },
        { "id 510107197506305533 does not match", "id [identity number] does not match" },
        { "330103199909094320 丢了身份证", "[身份证号] 丢了身份证" },
        { "旧身份证110105491231002还能用吗", "旧身份证[身份证号]还能用吗" },
        { "身份证号：４２０１１１１９８５１２１２００７３", "身份证号：[身份证号]" },
        { "身分證11010120000101100５怎麼辦", "身分證[身份證號]怎麼辦" },
        { "身份证号是110105194912310021，好像写错了", "身份证号是[身份证号]，好像写错了" },

        // Hong Kong identity cards.
        { "HKID A123456(3) lost", "HKID [HKID] lost" },
        { "her id is A1234563", "her id is [HKID]" },
        { "客户身份证 C668668(9) 过期", "客户身份证 [香港身份证号] 过期" },
        { "身份證Z683365（A）不清楚", "身份證[香港身份證號]不清楚" },
        { "AB987654(3) is on the form", "[HKID] is on the form" },
        { "wx123456(9) 和 k3456781", "[香港身份证号] 和 [香港身份证号]" },
        { "G123456 (A) does not match", "[HKID] does not match" },

        // Telephones of the mainland.
        { "客户电话13800138000打不通", "客户电话[电话]打不通" },
        { "call 13912345678 back", "call [phone] back" },
        { "手机 138-0013-8000", "手机 [电话]" },
        { "手机 138 0013 8000 收不到验证码", "手机 [电话] 收不到验证码" },
        { "+86 13800138000 没人接", "[电话] 没人接" },
        { "+8613800138000 没人接", "[电话] 没人接" },
        { "0086 138 0013 8000", "[phone]" },
        { "86-13800138000找他", "[电话]找他" },
        { "１３８００１３８０００收不到短信", "[电话]收不到短信" },
        { "座机010-66554433没人接", "座机[电话]没人接" },
        { "打(010)66554433投诉", "打[电话]投诉" },
        { "0755-88886666 是谁的", "[电话] 是谁的" },
        { "021 5888 6666 打来的", "[电话] 打来的" },
        { "02166554433 打来的", "[电话] 打来的" },
        { "客户留了电话66554433", "客户留了电话[电话]" },

        // Telephones of Hong Kong, Macau, Taiwan, Singapore and elsewhere.
        { "call him at +852 9123 4567", "call him at [phone]" },
        { "+85291234567 is hers", "[phone] is hers" },
        { "852 9123 4567 打来", "[电话] 打来" },
        { "9123 4567 係客人電話", "[電話] 係客人電話" },
        { "phone 91234567 please", "phone [phone] please" },
        { "電話：2345 6789", "電話：[電話]" },
        { "+853 6612 3456 澳门客户", "[电话] 澳门客户" },
        { "+65 8123 4567 wants a call", "[phone] wants a call" },
        { "contact 6512 3456", "contact [phone]" },
        { "手機0912-345-678", "手機[電話]" },
        { "0912345678 打來", "[電話] 打來" },
        { "台北 02-2345-6789", "台北 [电话]" },
        { "+886 912 345 678", "[phone]" },
        { "+44 20 7946 0958 called twice", "[phone] called twice" },
        { "her number +1 212-555-0199", "her number [phone]" },
        { "+61412345678 sent it", "[phone] sent it" },
        { "tel: (852) 2345 6789", "tel: [phone]" },

        // E-mail.
        { "发到zhang.san@example.com就行", "发到[邮箱]就行" },
        { "mail john_smith+bank@mail.example.co.uk.", "mail [e-mail]." },
        { "LI.WEI@EXAMPLE.COM 收不到", "[邮箱] 收不到" },
        { "邮箱 ａｂ@example.com", "邮箱 [邮箱]" },

        // Accounts, by the word before.
        { "账号 12345678 查不到", "账号 [账号] 查不到" },
        { "帐号：6222-0212-345 查不到", "帐号：[账号] 查不到" },
        { "账户是1234567890123", "账户是[账号]" },
        { "帳戶號碼 123-456789-001 被凍結", "帳戶號碼 [帳號] 被凍結" },
        { "户口 012345678 冻结", "户口 [账号] 冻结" },
        { "account no. 123456789 is frozen", "account no. [account number] is frozen" },
        { "account number: 00123456", "account number: [account number]" },
        { "a/c 987654321 was closed", "a/c [account number] was closed" },
        { "acct #12345678 shows nothing", "acct #[account number] shows nothing" },
        { "卡号是622202991100123不对", "卡号是[账号]不对" },
        { "存折号123456789012丢了", "存折号[账号]丢了" },

        // Names beside titles, in Chinese.
        { "张先生要投诉", "[姓名]先生要投诉" },
        { "李小姐说我们态度差", "[姓名]小姐说我们态度差" },
        { "王女士在大厅哭", "[姓名]女士在大厅哭" },
        { "陈阿姨不会用取款机", "[姓名]阿姨不会用取款机" },
        { "姓刘的客户骂人", "姓[姓名]的客户骂人" },
        { "老王又来闹了", "老[姓名]又来闹了" },
        { "小李不会处理", "小[姓名]不会处理" },
        { "客户张先生要投诉", "客户[姓名]先生要投诉" },
        { "接待林小姐的时候", "接待[姓名]小姐的时候" },
        { "陈大文先生的卡", "[姓名]先生的卡" },
        { "张三先生来了", "[姓名]先生来了" },
        { "欧阳女士很着急", "[姓名]女士很着急" },
        { "司马先生来取钱", "[姓名]先生来取钱" },
        { "王大爷看不清", "[姓名]大爷看不清" },
        { "李大姐插队", "[姓名]大姐插队" },
        { "王经理不在怎么办", "[姓名]经理不在怎么办" },
        { "找刘行长", "找[姓名]行长" },
        { "劉先生投訴", "[姓名]先生投訴" },
        { "陳太話張卡俾人食咗", "[姓名]太話張卡俾人食咗" },
        { "姓名：张小明，要销户", "姓名：[姓名]，要销户" },
        { "顾客李先生不讲理", "顾客[姓名]先生不讲理" },
        { "周末王女士又来了", "周末[姓名]女士又来了" },
        { "李先生和王女士吵架", "[姓名]先生和[姓名]女士吵架" },
        { "客户金先生", "客户[姓名]先生" },

        // Names after titles, in English.
        { "Mr Chan is shouting", "Mr [name] is shouting" },
        { "Mr. John Smith wants his money", "Mr. [name] wants his money" },
        { "Mrs Wong Mei Ling lost her card", "Mrs [name] lost her card" },
        { "Ms Lee's card was swallowed", "Ms [name]'s card was swallowed" },
        { "Miss Tan complained", "Miss [name] complained" },
        { "miss wong called again", "miss [name] called again" },
        { "Dr O'Neil is angry", "Dr [name] is angry" },
        { "Madam Ong will not leave", "Madam [name] will not leave" },
        { "mr tan wants a refund", "mr [name] wants a refund" },
        { "MR CHAN IS ANGRY", "MR [name] IS ANGRY" },
        { "Mr Li-Ming Zhao asks", "Mr [name] asks" },
        { "her name is Mary Jones", "her name is [name]" },
        { "客户Mr Wong很生气", "客户Mr [姓名]很生气" },

        // Several at once.
        {
            "张先生（13800138000）说账号6222021001100123451被扣了5000元",
            "[姓名]先生（[电话]）说账号[卡号]被扣了5000元"
        },
        { "Mr Chan, +852 9123 4567, chan@example.hk", "Mr [name], [phone], [e-mail]" },
    };

    /// <summary>What carries meaning for a case, and is nobody's data.</summary>
    public static TheoryData<string> Kept =>
    [
        "客户要取50,000元", "少了5万怎么办", "短了200元", "he wants 50,000 dollars back", "5000000元大额取现要预约吗", "转错了13800000000元",
        "USD 12345678 was sent", "¥12345678 没到账", "账户少了200000元", "account 500000 dollars short", "0.12345678901", "收益率3.85%", "利率 4.125 percent",
        "2024-01-15 那天", "2024年1月15日", "20240115存的定期", "15/01/2024 14:30", "09:30-17:00", "8:30上班", "12-15-2024", "2023-2024年度", "2019 2020",
        "打95588没人接", "95533", "拨打400-820-8888投诉", "call 400 820 8888", "800-810-8888", "12378投诉热线", "报警110", "96588",
        "文件编号01002", "code 01002", "错误代码E10023", "窗口3号等了45分钟", "取号A023", "第12号柜员", "凭证号 0012345", "型号 GRG-H68N",
        "客户等了2个小时30分钟", "1234567890123456", "6222021001100123450 不是卡", "110105194912310021", "A123456(4)", "订单A1234567",
        "@所有人 请注意", "a@b", "邮箱收不到",
        "大堂经理不在", "客户经理推荐理财", "副行长来检查", "总经理投诉", "高级经理", "值班主任", "部门主管不理人", "公司会计来办业务", "对方经理", "柜台老师傅",
        "先生您好", "这位女士请稍等", "那位老先生听不清", "小姐态度不好", "一位阿姨哭了", "老太太看不清", "任何先生都一样", "小朋友乱跑",
        "小范围", "小程序打不开", "小金额转账", "小额现金", "大小王", "小时候", "老年人", "老客户", "小姐妹", "老板要求", "老师来办业务", "百姓不满", "贵姓",
        "客户生气了", "有的学生插队", "总是排队", "他总是对的", "现金太多", "资金太少", "机器坏了",
        "I miss the deadline", "do not miss this", "customer missed his turn", "Mr who?", "the drive", "miss the bus", "ms is short for milliseconds",
        "customer says ATM gave fake notes", "客户说取款机吐了假钞怎么办", "[卡号] 已经隐去", "[card number]",
    ];

    [Theory]
    [MemberData(nameof(Hidden))]
    public void Mask_PersonalData_IsReplacedByWhatItWas(string typed, string kept)
    {
        var masked = _mask.Mask(typed);

        Assert.Equal(kept, masked.Text);
        Assert.NotEmpty(masked.Hidden);
        Assert.Equal(masked.Hidden.Distinct(), masked.Hidden);
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void Mask_WhatCarriesMeaning_Stays(string typed)
    {
        var masked = _mask.Mask(typed);

        Assert.Equal(typed, masked.Text);
        Assert.Empty(masked.Hidden);
    }

    [Theory]
    [MemberData(nameof(Hidden))]
    public void Mask_MaskedText_StaysAsItIs(string typed, string kept)
    {
        Assert.NotEqual(typed, kept);
        Assert.Equal(kept, _mask.Mask(kept).Text);
        Assert.Empty(_mask.Mask(kept).Hidden);
    }

    [Fact]
    public void Mask_AnyText_IsIdempotentAndNeverThrows() => Pieces.Sample(
        text =>
        {
            var once = _mask.Mask(text);
            var twice = _mask.Mask(once.Text);
            Assert.Equal(once.Text, twice.Text);
            Assert.Empty(twice.Hidden);
        },
        iter: 20_000);

    [Fact]
    public void Mask_CardNumberAnywhere_NeverSurvives() => Gen.Select(Gen.Int[0, 9].Array[15], Words, Words).Sample(
        (digits, before, after) =>
        {
            var card = WithCheckDigit(digits);
            Assert.DoesNotContain(card, _mask.Mask($"{before} {card} {after}").Text, StringComparison.Ordinal);
        },
        iter: 5_000);

    [Theory]
    [InlineData("1 ", 20_000)]
    [InlineData("1-", 20_000)]
    [InlineData("1", 40_000)]
    [InlineData("@", 40_000)]
    [InlineData("a@", 20_000)]
    [InlineData("a.@-", 10_000)]
    [InlineData("+", 40_000)]
    [InlineData("(", 40_000)]
    [InlineData("账号", 20_000)]
    [InlineData("账号1", 13_000)]
    [InlineData("先生", 20_000)]
    [InlineData("王", 40_000)]
    [InlineData("mr ", 13_000)]
    [InlineData("miss a", 7_000)]
    [InlineData("[卡号]", 10_000)]
    [InlineData("[", 40_000)]
    [InlineData("A123456(", 5_000)]
    [InlineData("\uD800", 40_000)]
    public void Mask_HostileText_TakesTimeInItsLengthOnly(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));
        var watch = Stopwatch.StartNew();
        Assert.NotNull(_mask.Mask(text).Text);

        // Linear work on 40,000 characters is done in a few dozen milliseconds; quadratic work would take minutes.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("客户[卡号]转错账", "客户转错账")]
    [InlineData("[姓名]先生要投诉", "先生要投诉")]
    [InlineData("card [card number] declined", "card               declined")]
    [InlineData("身份證[香港身份證號]不清楚", "身份證不清楚")]
    [InlineData("[not a mark] stays", "[not a mark] stays")]
    public void Strip_Marks_LeavesTheRest(string masked, string rest) => Assert.Equal(rest, MaskMarks.Strip(masked));

    private static string WithCheckDigit(int[] digits)
    {
        digits[0] = digits[0] == 0 ? 4 : digits[0];
        var sum = digits.Reverse().Select((digit, at) => at % 2 == 0 ? (digit * 2 > 9 ? (digit * 2) - 9 : digit * 2) : digit).Sum();
        return string.Concat(digits) + ((10 - (sum % 10)) % 10);
    }

    private static Gen<string> Pick(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);

    private static readonly Gen<string> Words = Pick("", "客户", "card", "he says", "转账", "account", "。", "电话");

    private static readonly Gen<string> Pieces = Gen.OneOf(
            Pick(
                "张先生", "王", "老", "小", "姓", "先生", "Mr ", "mrs. ", "Chan", "wong", "[卡号]", "[name]", "[", "]", "+86 ", "(", ")", "-", " ", "账号", "account no ", "@", "a.b@c.de",
                "13800138000", "6222021001100123451", "11010519491231002X", "A123456(3)", "元", "电话", "9123 4567", "，", "\n", "x", "miss ", "太", "经理", "客户", "name is ", "姓名："),
            Gen.Int[0, 99_999].Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Gen.String[0, 4])
        .Array[0, 14].Select(string.Concat);
}
