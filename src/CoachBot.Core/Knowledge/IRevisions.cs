namespace CoachBot.Core.Knowledge;

/// <summary>The states of the pack that were in use, in their order, for all machines that share a store.</summary>
public interface IRevisions
{
    /// <summary>The newest; null when there was none yet.</summary>
    Task<KnowledgeRevision?> NewestAsync(CancellationToken cancel);

    /// <summary>Whether that state was in use before.</summary>
    Task<bool> KnowsAsync(string fingerprint, CancellationToken cancel);

    /// <summary>Makes a state the newest one; when it is that already nothing changes.</summary>
    /// <param name="fingerprint">The state of the pack.</param>
    /// <param name="cases">A fingerprint for each of its cases: the history says when which of them changed.</param>
    /// <param name="content">What another machine needs to serve it; null where there is no other machine.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task<KnowledgeRevision> PublishAsync(string fingerprint, IReadOnlyDictionary<string, string> cases, byte[]? content, CancellationToken cancel);

    /// <summary>The content of a state; null when it has none or is too old to be kept.</summary>
    Task<byte[]?> ContentAsync(long number, CancellationToken cancel);

    /// <summary>Whether other machines may share the store.</summary>
    bool IsShared { get; }
}

/// <summary>A state of the pack.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Fingerprint">What the pack says of itself.</param>
/// <param name="At">When it came into use.</param>
public sealed record KnowledgeRevision(long Number, string Fingerprint, DateTimeOffset At);
