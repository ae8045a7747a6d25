using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CoachBot.Core.Language;
using CoachBot.Core.Tips;
using CoachBot.Core.Turns;
using CoachBot.Host.Resources;

namespace CoachBot.Host.CommandLine;

/// <summary><c>tip</c> and <c>tip preview</c>: the lesson of the day, from the cases alone; no store is opened.</summary>
internal static class TipCommand
{
    private const int Previewed = 5;
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly ConversationKey Here = new(ChannelNames.Terminal, "", "local");

    /// <summary>The command.</summary>
    public static Command Create(SettingsOptions settings, TimeProvider time)
    {
        var language = new Option<string>("--lang") { Description = HostTexts.Get("TipLanguage"), Recursive = true };
        language.AcceptOnlyFromAmong([.. Enum.GetValues<AnswerLanguage>().Select(one => one.Code())]);
        var json = new Option<bool>("--json") { Description = HostTexts.Get("Json"), Recursive = true };
        var preview = new Command("preview", HostTexts.Get("TipPreview"));
        var command = new Command("tip", HostTexts.Get("Tip")) { preview, language, json };
        command.SetAction((parsed, cancel) => ShowAsync(parsed, 1, cancel));
        preview.SetAction((parsed, cancel) => ShowAsync(parsed, Previewed, cancel));
        return command;

        async Task<int> ShowAsync(ParseResult parsed, int count, CancellationToken cancel)
        {
            if (OpenedCoach.Open(settings.Of(parsed)) is not { } opened)
            {
                return ExitCode.Problems;
            }

            var spoken = AnswerLanguageCodes.Of(parsed.GetValue(language)) ?? OfTerminal();
            var tips = new TipOfTheDay(opened.Search.Index, time);
            var day = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
            for (var tip = await tips.TodayAsync(Here, spoken, cancel); tip is not null && count > 0; count--)
            {
                Terminal.Write(parsed.GetValue(json) ? Json(tip, day) : Text(tip, day));
                tip = await tips.AnotherAsync(Here, tip.CaseId, spoken, cancel);
                day = day.AddDays(1);
            }

            return ExitCode.Ok;
        }
    }

    private static AnswerLanguage OfTerminal() =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? AnswerLanguage.Zh : AnswerLanguage.En;

    private static string Text(Reply.Tip tip, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}  {tip.Lessons[0].Title}\n{tip.Lessons[0].Text}  ({tip.CaseId})");

    private static string Json(Reply.Tip tip, DateOnly day)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("date", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("case", tip.CaseId);
            json.WriteString("language", tip.Spoken.Code());
            json.WriteString("title", tip.Lessons[0].Title);
            json.WriteString("tip", tip.Lessons[0].Text);
            json.WriteBoolean("drill", tip.HasDrill);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }
}
