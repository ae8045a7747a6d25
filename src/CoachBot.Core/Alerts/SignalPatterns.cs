using System.Numerics;

namespace CoachBot.Core.Alerts;

/// <summary>
/// Many patterns, one of which is to be met. A thousand look at every question: what they need lies side by side in memory,
/// nearly all are ruled out by it, and nothing is made on the way.
/// </summary>
internal sealed class SignalPatterns
{
    private readonly SignalPattern[] _patterns;
    private readonly ulong[] _needs;

    public SignalPatterns(IEnumerable<string> triggers)
    {
        _patterns = triggers.Select(trigger => new SignalPattern(trigger)).ToArray();
        _needs = Array.ConvertAll(_patterns, pattern => pattern.Needs);
    }

    /// <summary>Whether one of the patterns is met by the clause.</summary>
    public bool IsAnyMetBy(SignalPattern.Clause clause)
    {
        var lacking = new Vector<ulong>(~clause.Has);
        var at = 0;
        for (; at <= _needs.Length - Vector<ulong>.Count; at += Vector<ulong>.Count)
        {
            if (Vector.EqualsAny(new Vector<ulong>(_needs, at) & lacking, Vector<ulong>.Zero) && IsAnyMetBy(clause, at, at + Vector<ulong>.Count))
            {
                return true;
            }
        }

        return IsAnyMetBy(clause, at, _needs.Length);
    }

    private bool IsAnyMetBy(SignalPattern.Clause clause, int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if ((_needs[at] & ~clause.Has) == 0 && _patterns[at].IsMetBy(clause))
            {
                return true;
            }
        }

        return false;
    }
}
