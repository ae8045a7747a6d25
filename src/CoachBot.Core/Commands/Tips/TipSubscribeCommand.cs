using CoachBot.Core.Language;
using CoachBot.Core.Permissions;
using CoachBot.Core.Resources;
using CoachBot.Core.Tips;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Commands.Tips;

/// <summary>Subscribes the channel to the daily tip, or changes what it has: <c>tip subscribe 09:00 Asia/Shanghai both role:teller</c>.</summary>
public sealed class TipSubscribeCommand(TipDesk desk) : ICommand
{
    /// <inheritdoc />
    public IReadOnlyList<string> Phrases { get; } = CommandPhrases.Of("tip-subscribe");

    /// <inheritdoc />
    public Role Needs => Role.Trainer;

    /// <inheritdoc />
    public HelpLine? Help(AnswerLanguage language) => TipLines.Help("tip-subscribe", language);

    /// <inheritdoc />
    public bool Takes(CommandCall call) => true;

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> RunAsync(CommandCall call, CancellationToken cancel) => TipWishReader.Read(call.Argument) switch
    {
        TipWishReading.NotUnderstood unknown => call.Turn.Say(TipTexts.Get("NotUnderstood", call.Language, unknown.Word)),
        TipWishReading.Understood understood => call.Turn.Say(Refusal(understood.Wish, call.Language) ?? await SubscribeAsync(call, understood.Wish, cancel)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private string? Refusal(TipWish wish, AnswerLanguage language) =>
        !TimeZones.AreKnown ? TipTexts.Get("NoZones", language)
        : wish.Calendars?.FirstOrDefault(id => desk.Calendars.Find(id) is null) is { } unknown
            ? TipTexts.Get("NoSuchCalendar", language, unknown, string.Join(", ", desk.Calendars.All.Select(calendar => calendar.Id)))
        : desk.PoolSize(wish.Filter) == 0 ? TipTexts.Get("EmptyPool", language)
        : null;

    private async Task<string> SubscribeAsync(CommandCall call, TipWish wish, CancellationToken cancel)
    {
        var subscription = await desk.SubscribeAsync(call.Turn, wish, TipWords.PlaceCalendar, cancel);
        var described = TipLines.Describe(subscription, desk.Calendars, call.Language);
        return TipTexts.Get("Subscribed", call.Language, described, TipLines.Next(subscription, call.Language));
    }
}
