using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CoachBot.Core.Telemetry;

/// <summary>
/// What can be seen of the bot from outside, under one name. No text of a user, no id of a person ever becomes a tag.
/// </summary>
public sealed class CoachBotMetrics
{
    /// <summary>The name of the meter and of the trace source.</summary>
    public const string Name = "CoachBot";

    private readonly Counter<long> _questions;
    private readonly Histogram<double> _latency;
    private readonly Counter<long> _sends;
    private readonly Counter<long> _tips;
    private readonly Counter<long> _models;
    private readonly Histogram<double> _modelLatency;
    private readonly Meter _meter;

    /// <summary>The instruments of a factory's meter.</summary>
    public CoachBotMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(Name);
        _questions = _meter.CreateCounter<long>("coachbot.questions", description: "Questions, by channel, outcome and language");
        _latency = _meter.CreateHistogram<double>("coachbot.answer.duration", "s", "From receipt of a question to its answer being ready, by channel");
        _sends = _meter.CreateCounter<long>("coachbot.sends", description: "Replies offered to a channel, by what became of them");
        _tips = _meter.CreateCounter<long>("coachbot.tips", description: "Daily tips, by the state they reached");
        _models = _meter.CreateCounter<long>("coachbot.model.calls", description: "Calls of a language model, by outcome");
        _modelLatency = _meter.CreateHistogram<double>("coachbot.model.duration", "s", "How long a language model took, by outcome");
    }

    /// <summary>Spans of the bot's own work.</summary>
    public static ActivitySource Traces { get; } = new(Name);

    /// <summary>A question was answered, in whatever way.</summary>
    public void Asked(string channel, string outcome, string language, TimeSpan latency)
    {
        _questions.Add(1, Tag("channel", channel), Tag("outcome", outcome), Tag("language", language));
        _latency.Record(latency.TotalSeconds, Tag("channel", channel));
    }

    /// <summary>A reply was offered to a channel.</summary>
    /// <param name="state">What became of it: <c>sent</c>, <c>later</c>, <c>unknown</c>, <c>refused</c> or <c>gone</c>.</param>
    public void Offered(string state) => _sends.Add(1, Tag("state", state));

    /// <summary>A tip reached a state.</summary>
    public void Tip(string state) => _tips.Add(1, Tag("state", state));

    /// <summary>A language model was called.</summary>
    public void ModelCalled(string outcome, TimeSpan took)
    {
        _models.Add(1, Tag("outcome", outcome));
        _modelLatency.Record(took.TotalSeconds, Tag("outcome", outcome));
    }

    /// <summary>Shows how many turns wait or run, whenever somebody looks.</summary>
    public void WatchQueue(Func<int> length) =>
        _meter.CreateObservableGauge("coachbot.queue.length", length, description: "Turns that wait or run");

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
