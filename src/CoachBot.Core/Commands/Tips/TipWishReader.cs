using System.Globalization;
using System.Text.RegularExpressions;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Tips;

namespace CoachBot.Core.Commands.Tips;

/// <summary>
/// Reads what follows "tip subscribe": time, zone, days, holidays, languages, roles and tags in any order, in either language. Whatever
/// it does not understand it names, rather than guess.
/// </summary>
internal static partial class TipWishReader
{
    /// <summary>The wish, or the word that was not understood.</summary>
    public static TipWishReading Read(string argument)
    {
        var text = new Remainder(TextFolding.Fold(argument));
        if (Filters(text) is { } unknown)
        {
            return new TipWishReading.NotUnderstood(unknown);
        }

        // The zone first: its name may hold digits.
        var zone = NamedZone(text);
        var wish = new TipWish
        {
            At = Time(text),
            TimeZone = zone,
            Filter = new TipFilter(text.Roles, text.Tags),
            Calendars = text.Calendars.Count > 0 ? text.Calendars : null,
        };
        foreach (var word in TipWords.All.Where(word => word.Kind != "place" && text.Take(word.Form)))
        {
            wish = With(wish, word);
        }

        return text.Left is { } left ? new TipWishReading.NotUnderstood(left) : new TipWishReading.Understood(wish);
    }

    private static TipWish With(TipWish wish, TipWord word) => word.Kind switch
    {
        "zone" => wish with { TimeZone = wish.TimeZone ?? word.Value },
        "days" => wish with { Days = wish.Days ?? Days(word.Value) },
        "calendar" => wish with { Calendars = wish.Calendars ?? [] },
        "language" => wish with { Languages = [.. (wish.Languages ?? []).Concat(Languages(word.Value)).Distinct().Take(2)] },
        _ => wish,
    };

    private static WeekDays Days(string value) => value switch
    {
        "all" => WeekDays.All,
        "six" => WeekDays.Usual | WeekDays.Saturday,
        _ => WeekDays.Usual,
    };

    private static AnswerLanguage[] Languages(string value) => value switch
    {
        "both" => [AnswerLanguage.Zh, AnswerLanguage.En],
        "zh-Hant" => [AnswerLanguage.ZhHant],
        "zh" => [AnswerLanguage.Zh],
        _ => [AnswerLanguage.En],
    };

    // role:teller tag:atm holidays:cn,hk
    private static string? Filters(Remainder text)
    {
        foreach (var match in text.TakeAll(FilterPattern()))
        {
            var values = match.Groups["values"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            switch (match.Groups["kind"].Value)
            {
                case "role" or "roles" or "岗位" when values.FirstOrDefault(value => !Vocabulary.Roles.Contains(value)) is { } strange:
                    return strange;
                case "role" or "roles" or "岗位":
                    text.Roles.AddRange(values);
                    break;
                case "tag" or "tags" or "标签":
                    text.Tags.AddRange(values);
                    break;
                default:
                    text.Calendars.AddRange(values);
                    break;
            }
        }

        return null;
    }

    private static TimeOnly? Time(Remainder text)
    {
        if (text.TakeAll(TimePattern()) is not [var match, .. var others])
        {
            return null;
        }

        others.ForEach(other => text.PutBack(other.Value));
        var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["half"].Success ? 30
            : match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].Value, CultureInfo.InvariantCulture) : 0;
        var afternoon = match.Groups["pm"].Success || match.Groups["afternoon"].Success;
        hour = afternoon && hour < 12 ? hour + 12 : match.Groups["am"].Success && hour == 12 ? 0 : hour;
        if (hour > 23 || minute > 59)
        {
            text.PutBack(match.Value);
            return null;
        }

        return new TimeOnly(hour, minute);
    }

    // Folded text has lost the capitals that zone names are spelt with.
    private static string? NamedZone(Remainder text)
    {
        if (text.TakeAll(ZonePattern()) is not [var match, ..])
        {
            return null;
        }

        var zone = TimeZoneInfo.GetSystemTimeZones().FirstOrDefault(zone => string.Equals(zone.Id, match.Value, StringComparison.OrdinalIgnoreCase));
        if (zone is null)
        {
            text.PutBack(match.Value);
        }

        return zone?.Id;
    }

    [GeneratedRegex("(?<kind>roles?|岗位|tags?|标签|holidays?|calendars?|假期|日历)[:=](?<values>[^ ]+)", RegexOptions.NonBacktracking)]
    private static partial Regex FilterPattern();

    [GeneratedRegex("(?<afternoon>下午|晚上|傍晚)?(?<hour>[0-9]{1,2})(?:[:点](?:(?<half>半)|(?<minute>[0-9]{1,2})分?)?)?(?: ?(?:(?<am>am|a\\.m\\.)|(?<pm>pm|p\\.m\\.)))?", RegexOptions.NonBacktracking)]
    private static partial Regex TimePattern();

    [GeneratedRegex("[a-z]+(?:/[a-z_+0-9-]+){1,2}", RegexOptions.NonBacktracking)]
    private static partial Regex ZonePattern();

    /// <summary>What is left of a text while its parts are taken out.</summary>
    private sealed class Remainder(string text)
    {
        private string _text = text;

        public List<string> Roles { get; } = [];

        public List<string> Tags { get; } = [];

        public List<string> Calendars { get; } = [];

        /// <summary>The first word that nobody took; null when all were.</summary>
        public string? Left => _text.Split([' ', ',', '、', ';', '.', '!', '。'], StringSplitOptions.RemoveEmptyEntries) is [var first, ..] ? first : null;

        public List<Match> TakeAll(Regex pattern)
        {
            var matches = pattern.Matches(_text).ToList();
            _text = pattern.Replace(_text, " ");
            return matches;
        }

        public void PutBack(string part) => _text += " " + part;

        public bool Take(string form)
        {
            var taken = false;
            for (var at = _text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = _text.IndexOf(form, at + 1, StringComparison.Ordinal))
            {
                if (IsWhole(at, form.Length))
                {
                    _text = _text.Remove(at, form.Length).Insert(at, " ");
                    taken = true;
                }
            }

            return taken;
        }

        private bool IsWhole(int at, int length) =>
            (at == 0 || !char.IsAsciiLetterOrDigit(_text[at]) || !char.IsAsciiLetterOrDigit(_text[at - 1]))
            && (at + length == _text.Length || !char.IsAsciiLetterOrDigit(_text[at + length - 1]) || !char.IsAsciiLetterOrDigit(_text[at + length]));
    }
}

/// <summary>What became of reading a wish.</summary>
internal abstract record TipWishReading
{
    private TipWishReading()
    {
    }

    /// <summary>All of it was understood.</summary>
    public sealed record Understood(TipWish Wish) : TipWishReading;

    /// <summary>A word was not.</summary>
    public sealed record NotUnderstood(string Word) : TipWishReading;
}
