namespace CoachBot.Core.Privacy.Finding;

/// <summary>Finds Chinese names beside a title; the title stays, since it carries meaning for the case.</summary>
internal static class ChineseNames
{
    private const int LongestGiven = 2;

    /// <summary>Hides them.</summary>
    public static void Find(MaskDraft draft)
    {
        for (var at = 1; at < draft.Length; at++)
        {
            if (NameBefore(draft, at) is { } before)
            {
                draft.Hide(before, at, PersonalData.Name);
            }
            else if (NameAfter(draft, at) is { } after)
            {
                draft.Hide(at, after, PersonalData.Name);
            }
        }
    }

    // Where the name begins that a title at this place belongs to.
    private static int? NameBefore(MaskDraft draft, int at)
    {
        if (NameWords.Titles.Any(title => draft.Has(at, title)) || IsShortTitle(draft, at))
        {
            return Surname(draft, at, LongestGiven);
        }

        return NameWords.Posts.Any(post => draft.Has(at, post)) && !IsHead(draft, at) ? Surname(draft, at, given: 0) : null;
    }

    // 陈太, 王生 as Hong Kong says it, 刘总: only before what follows a form of address.
    private static bool IsShortTitle(MaskDraft draft, int at) =>
        draft[at] is '太' or '生' or '总' && NameWords.IsCommon(draft[at - 1]) && NameWords.EndsAddress(draft[at + 1]);

    // 总经理 belongs to no name: 总 stands before it, and 总 is none.
    private static bool IsHead(MaskDraft draft, int at) => draft[at - 1] is '总' or '副' or '代';

    private static int? Surname(MaskDraft draft, int end, int given)
    {
        for (var length = given; length > 0; length--)
        {
            var start = end - length - 1;
            if (NameWords.IsCompound(draft, start - 1))
            {
                return start - 1;
            }

            if (NameWords.IsCommon(draft[start]) && AllHan(draft, start, end) && !NameWords.BeginsWord(draft, start) && !CoversTitle(draft, start, end))
            {
                return start;
            }
        }

        if (NameWords.IsCompound(draft, end - 2))
        {
            return end - 2;
        }

        return NameWords.IsSurname(draft[end - 1]) && !NameWords.EndsWord(draft, end) ? end - 1 : null;
    }

    // 李先生王女士: the name of the second does not reach into the first.
    private static bool CoversTitle(MaskDraft draft, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (NameWords.Titles.Any(title => draft.Has(at, title)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AllHan(MaskDraft draft, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (!Language.TextFolding.IsHan(draft[at]))
            {
                return false;
            }
        }

        return true;
    }

    // 老王, 小李, 阿陈, 姓刘的, 姓名：张三.
    private static int? NameAfter(MaskDraft draft, int at)
    {
        var before = draft[at - 1];
        if (before is '老' or '小' or '阿')
        {
            return NameWords.IsNickname(draft[at]) && draft[at + 1] is not '子' && !NameWords.IsGlued(draft, at) && !NameWords.BeginsWord(draft, at) ? at + 1 : null;
        }

        if (before == '姓' && draft[at - 2] is not '百' and not '贵' and not '同')
        {
            return NameWords.IsCompound(draft, at) ? at + 2 : NameWords.IsSurname(draft[at]) ? at + 1 : null;
        }

        return draft[at - 1] is ':' or '是' or '叫' or ' ' && (draft.Has(at - 3, "姓名") || draft.Has(at - 3, "名字") || draft.Has(at - 2, "名叫"))
            ? FullName(draft, at)
            : null;
    }

    private static int? FullName(MaskDraft draft, int at)
    {
        var surname = NameWords.IsCompound(draft, at) ? 2 : NameWords.IsSurname(draft[at]) ? 1 : 0;
        if (surname == 0)
        {
            return null;
        }

        var end = at + surname;
        while (end < at + surname + LongestGiven && Language.TextFolding.IsHan(draft[end]) && !NameWords.EndsAddress(draft[end]))
        {
            end++;
        }

        return end;
    }
}
