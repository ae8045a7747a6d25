namespace CoachBot.Infrastructure.Search.Voting;

/// <summary>
/// The features that a voter knows, by their rows. They are told apart by 64 bits of hash alone: a question looks a hundred up, and
/// fetching the names themselves from all over the memory took most of that time. That two of 100,000 share a hash is as likely as one
/// in four thousand million, and would cost one feature.
/// </summary>
internal sealed class FeatureTable
{
    private readonly Slot[] _slots;

    /// <param name="names">The features, each once, in the order of their rows.</param>
    public FeatureTable(IReadOnlyList<string> names)
    {
        Names = names;
        _slots = new Slot[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, names.Count) * 2)];
        for (var row = 0; row < names.Count; row++)
        {
            Put(Hash(names[row]), row);
        }
    }

    /// <summary>The features in the order of their rows.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The row of a feature; -1 when it is not known.</summary>
    public int Find(string name)
    {
        var hash = Hash(name);
        for (var at = Place(hash); ; at = (at + 1) & (_slots.Length - 1))
        {
            if (_slots[at].Hash == hash)
            {
                return _slots[at].Row;
            }

            if (_slots[at].Hash == 0)
            {
                return -1;
            }
        }
    }

    private void Put(ulong hash, int row)
    {
        var at = Place(hash);
        while (_slots[at].Hash != 0)
        {
            at = (at + 1) & (_slots.Length - 1);
        }

        _slots[at] = new Slot(hash, row);
    }

    private int Place(ulong hash) => (int)(hash >> 32) & (_slots.Length - 1);

    // FNV-1a over UTF-16 units, finished as in MurmurHash3, for FNV's own high bits depend little on short texts; 0 marks an empty place.
    private static ulong Hash(string name)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var character in name)
        {
            hash = (hash ^ character) * 1_099_511_628_211UL;
        }

        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDUL;
        hash ^= hash >> 33;
        return hash == 0 ? 1 : hash;
    }

    private readonly record struct Slot(ulong Hash, int Row);
}
