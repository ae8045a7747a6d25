using CoachBot.Core.Privacy.Finding;

namespace CoachBot.Core.Privacy;

/// <summary>
/// Hides card, identity, telephone and account numbers, e-mail addresses, and names beside titles, in Chinese and English. Written by
/// hand: each finder walks the text once and looks back or ahead by a bounded number of characters, so time grows with the length alone.
/// </summary>
public sealed class PersonalDataMask : IPersonalDataMask
{
    private const int MostRounds = 4;

    /// <inheritdoc />
    public MaskedText Mask(string text)
    {
        if (text.Length == 0)
        {
            return new MaskedText(text, []);
        }

        // What one finder hides may uncover a neighbour for another; a text needs no second look unless something was found.
        var draft = new MaskDraft(text);
        for (int round = 0, before = -1; round < MostRounds && draft.Count > before; round++)
        {
            before = draft.Count;
            Find(draft);
        }

        return draft.Finish();
    }

    private static void Find(MaskDraft draft)
    {
        EmailAddresses.Find(draft);
        HongKongIds.Find(draft);
        ChineseNames.Find(draft);
        EnglishNames.Find(draft);

        // Last, since they look at what stands around them: a text that is masked already must look the same to them.
        Numbers.Find(draft);
    }
}
