namespace CoachBot.Infrastructure.Search.Evidence;

/// <summary>What one question's hits add up to, by the number of the case or redirect.</summary>
/// <param name="entries">How many cases and redirects there are.</param>
internal sealed class CandidateTally(int entries)
{
    private const int NearestCounted = 3;
    private readonly Gathered[] _gathered = new Gathered[entries];
    private readonly List<int> _seen = new(Math.Min(entries, 128));

    /// <summary>Those that anything spoke for, in the order in which it did.</summary>
    public IReadOnlyList<int> Seen => _seen;

    /// <summary>Makes an entry a candidate, whatever speaks for it.</summary>
    public void See(int entry) => Of(entry);

    /// <summary>The score of its own text.</summary>
    public void AddText(int entry, float score) => Of(entry).Text = score;

    /// <summary>One of its alternates; the best comes first.</summary>
    public void AddAlternate(int entry, int document, float score)
    {
        ref var gathered = ref Of(entry);
        if (gathered.Alternates == 0)
        {
            gathered.Nearest = document;
            gathered.Best = score;
        }

        if (gathered.Alternates++ < NearestCounted)
        {
            gathered.Sum += score;
        }
    }

    /// <summary>What speaks for an entry.</summary>
    /// <param name="entry">Its number.</param>
    /// <param name="id">Its id.</param>
    /// <param name="vote">Its vote.</param>
    public CandidateSignals Signals(int entry, string id, float vote)
    {
        ref var gathered = ref _gathered[entry];
        return new CandidateSignals(id, gathered.Text, gathered.Best, gathered.Sum / NearestCounted, vote)
        {
            NearestAlternate = gathered.Alternates > 0 ? gathered.Nearest : null,
        };
    }

    private ref Gathered Of(int entry)
    {
        ref var gathered = ref _gathered[entry];
        if (!gathered.IsSeen)
        {
            gathered.IsSeen = true;
            _seen.Add(entry);
        }

        return ref gathered;
    }

    private struct Gathered
    {
        public bool IsSeen;
        public float Text;
        public float Best;
        public float Sum;
        public int Alternates;
        public int Nearest;
    }
}
