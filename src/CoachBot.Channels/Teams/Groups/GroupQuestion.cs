using System.Net;
using System.Text;
using System.Text.Json;
using CoachBot.Channels.Teams.Connector;
using Microsoft.Extensions.Logging;

namespace CoachBot.Channels.Teams.Groups;

/// <summary>Asks Microsoft Graph which of some groups a person belongs to, groups within groups included (<c>checkMemberGroups</c>).</summary>
internal sealed class GroupQuestion(ConnectorCaller graph, ITokenSource tokens, TeamsOptions options, ILogger<GroupQuestion> log)
{
    /// <summary>As many groups as one question may name.</summary>
    public const int MostGroups = 20;

    private static readonly TimeSpan s_rest = TimeSpan.FromSeconds(10);
    private readonly string _users = $"{TokenAim.GraphOf(options)}/v1.0/users";

    /// <summary>Which of the groups, at most <see cref="MostGroups"/>, the person belongs to.</summary>
    public async Task<GroupAnswer> AskAsync(Guid person, IReadOnlyList<Guid> groups, CancellationToken cancel)
    {
        byte[] body = [];
        var outcome = await graph.CallAsync(Call(person, groups), cancel, read => body = read).ConfigureAwait(false);
        return outcome switch
        {
            ConnectorOutcome.Done => Read(body),
            ConnectorOutcome.Later later => new GroupAnswer.Silent(later.Reason, later.After > s_rest ? later.After : s_rest),
            ConnectorOutcome.Unknown unknown => new GroupAnswer.Silent(unknown.Reason, s_rest),
            ConnectorOutcome.Refused refused => await RefusedAsync(refused.Error, person, groups, cancel).ConfigureAwait(false),
            _ => throw new InvalidOperationException($"An outcome that nobody knows: {outcome.GetType().Name}"),
        };
    }

    // Only reads, though it is a POST.
    private ConnectorCall Call(Guid person, IReadOnlyList<Guid> groups) => new(
        HttpMethod.Post,
        new Uri($"{_users}/{person}/checkMemberGroups"),
        Encoding.UTF8.GetBytes($$"""{"groupIds":["{{string.Join("\",\"", groups)}}"]}""")) { IsRepeatable = true };

    private async Task<GroupAnswer> RefusedAsync(ConnectorError error, Guid person, IReadOnlyList<Guid> groups, CancellationToken cancel)
    {
        if (error.Status == (int)HttpStatusCode.NotFound)
        {
            return await EachAloneAsync(person, groups, cancel).ConfigureAwait(false);
        }

        if (error.Status >= 500)
        {
            return new GroupAnswer.Silent(error.Reason, s_rest);
        }

        await DropTokenAsync(cancel).ConfigureAwait(false);
        return new GroupAnswer.Refused(error.Reason);
    }

    // One group that was deleted must not shut out the members of the others. All at once: there is little time, and the person may be the
    // one that is not known.
    private async Task<GroupAnswer> EachAloneAsync(Guid person, IReadOnlyList<Guid> groups, CancellationToken cancel)
    {
        if (groups is [var single])
        {
            log.GroupNotFound(single);
            return new GroupAnswer.Known(new HashSet<Guid>());
        }

        var answers = await Task.WhenAll(groups.Select(group => AskAsync(person, [group], cancel))).ConfigureAwait(false);
        return Array.Find(answers, answer => answer is not GroupAnswer.Known)
            ?? new GroupAnswer.Known(answers.OfType<GroupAnswer.Known>().SelectMany(answer => answer.Groups).ToHashSet());
    }

    // A permission that is granted later stands only in a new token.
    private async Task DropTokenAsync(CancellationToken cancel)
    {
        try
        {
            if (await tokens.TokenAsync(cancel).ConfigureAwait(false) is { } token)
            {
                tokens.Drop(token);
            }
        }
        catch (Exception e) when (e is TokenUnavailableException or OperationCanceledException)
        {
            log.NoToken(CalledService.Graph, e is TokenUnavailableException ? e.Message : "no-token-in-time");
        }
    }

    private static GroupAnswer Read(byte[] body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            return new GroupAnswer.Known(answer.RootElement.GetProperty("value").EnumerateArray().Select(group => group.GetGuid()).ToHashSet());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return new GroupAnswer.Silent("unreadable", s_rest);
        }
    }
}
