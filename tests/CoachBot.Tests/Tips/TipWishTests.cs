using System.Globalization;
using CoachBot.Core.Commands.Tips;
using CoachBot.Core.Language;
using CoachBot.Core.Tips;
using Xunit;

namespace CoachBot.Tests.Tips;

public sealed class TipWishTests
{
    [Theory]
    [InlineData("", null, null, null, "")]
    [InlineData("09:00 Asia/Shanghai", "09:00", "Asia/Shanghai", null, "")]
    [InlineData("asia/hong_kong 8:45", "08:45", "Asia/Hong_Kong", null, "")]
    [InlineData("every working day at 9am in Singapore, in English", "09:00", "Asia/Singapore", WeekDays.Usual, "en")]
    [InlineData("at 4:30 pm london time both", "16:30", "Europe/London", null, "zh en")]
    [InlineData("12am UTC", "00:00", "UTC", null, "")]
    [InlineData("08:30 mon-sat hk traditional", "08:30", "Asia/Hong_Kong", WeekDays.Usual | WeekDays.Saturday, "zh-Hant")]
    [InlineData("每天早上9点 上海时间 中英双语", "09:00", "Asia/Shanghai", null, "zh en")]
    [InlineData("工作日下午3点半在香港用繁体", "15:30", "Asia/Hong_Kong", WeekDays.Usual, "zh-Hant")]
    [InlineData("8點45分 新加坡 包括週末", "08:45", "Asia/Singapore", WeekDays.All, "")]
    [InlineData("９：００　北京時間", "09:00", "Asia/Shanghai", null, "")]
    public void Read_AWish_InAnyOrderAndBothLanguages(string text, string? at, string? zone, WeekDays? days, string languages)
    {
        var wish = Understood(text);

        Assert.Equal(at is null ? null : TimeOnly.Parse(at, CultureInfo.InvariantCulture), wish.At);
        Assert.Equal(zone, wish.TimeZone);
        Assert.Equal(days, wish.Days);
        Assert.Equal(languages, string.Join(' ', (wish.Languages ?? []).Select(language => language.Code())));
    }

    [Fact]
    public void Read_RolesTagsAndHolidays_AreKept()
    {
        var wish = Understood("9:00 role:teller,lobby-manager tag:atm holidays:cn,hk");

        Assert.Equal(["teller", "lobby-manager"], wish.Filter.Roles);
        Assert.Equal(["atm"], wish.Filter.Tags);
        Assert.Equal(["cn", "hk"], wish.Calendars);
        Assert.Equal(["teller"], Understood("岗位:teller 假期:cn").Filter.Roles);
    }

    [Theory]
    [InlineData("at 25:00", "25:00")]
    [InlineData("9:00 10:00", "10:00")]
    [InlineData("09:00 Mars/Olympus", "mars/olympus")]
    [InlineData("09:00 tomorrow", "tomorrow")]
    [InlineData("role:king", "king")]
    [InlineData("'; DROP TABLE tip_subscriptions; --", "'")]
    public void Read_SomethingElse_IsNamedNotGuessed(string text, string word) =>
        Assert.Equal(word, Assert.IsType<TipWishReading.NotUnderstood>(TipWishReader.Read(text)).Word);

    [Fact]
    public void Read_HostileLength_EndsSoon()
    {
        var text = string.Concat(Enumerable.Repeat("1:a/b role: ", 200));
        var begun = TimeProvider.System.GetTimestamp();

        Assert.IsType<TipWishReading.NotUnderstood>(TipWishReader.Read(text));
        Assert.True(TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromSeconds(2));
    }

    private static TipWish Understood(string text) => Assert.IsType<TipWishReading.Understood>(TipWishReader.Read(text)).Wish;
}
