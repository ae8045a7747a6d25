using CoachBot.Core.Coaching;
using CoachBot.Core.Questions;

namespace CoachBot.Core.Turns.Handling;

/// <summary>Remembers what was asked, what came of it, and where a gap shows.</summary>
public sealed class QuestionMemory(IQuestionLog log, Coach coach, TimeProvider time)
{
    /// <summary>Remembers a question and its answer; a question that nothing fits opens a gap.</summary>
    public async Task RememberAsync(Turn turn, string id, string text, Answer answer, CancellationToken cancel)
    {
        await log.RecordAsync(Asked(turn, id, text, answer), cancel);
        if (answer.Outcome == Outcome.None)
        {
            await log.OpenGapAsync(
                new Gap
                {
                    QuestionId = id,
                    Text = text,
                    Language = answer.Language,
                    Cause = GapCause.NothingFitted,
                    NearestCase = answer.Matches.FirstOrDefault(match => match.IsCase)?.Id,
                    At = turn.Message.ReceivedAt,
                },
                cancel);
        }
    }

    /// <summary>Opens a gap for a question that is remembered.</summary>
    public Task OpenGapAsync(AskedQuestion question, GapCause cause, DateTimeOffset at, CancellationToken cancel) => log.OpenGapAsync(
        new Gap
        {
            QuestionId = question.Id,
            Text = question.Text,
            Language = question.Language,
            Cause = cause,
            NearestCase = question.CaseId ?? (question.Nearest.Count > 0 ? question.Nearest[0] : null),
            At = at,
        },
        cancel);

    private AskedQuestion Asked(Turn turn, string id, string text, Answer answer) => new()
    {
        Id = id,
        Person = turn.Person,
        Address = turn.Message.Address,
        Text = text,
        Outcome = answer.Outcome,
        CaseId = answer.Card?.Id,
        PackVersion = coach.Pack.Fingerprint,
        Language = answer.Language,
        Score = answer.Matches.Count > 0 ? answer.Matches[0].Score : 0,
        Nearest = answer.Matches.Select(match => match.Id).ToList(),
        Latency = TimeSpan.FromTicks(Math.Max(0, (time.GetUtcNow() - turn.Message.ReceivedAt).Ticks)),
        At = turn.Message.ReceivedAt,
    };
}
