namespace CoachBot.Core.Language;

/// <summary>
/// Makes spellings that mean the same look the same: full width to half width, capitals to small letters, Traditional to
/// Simplified. One character in, one character out, so that a place in the folded text is the same place in the original.
/// </summary>
public static class TextFolding
{
    /// <summary>Folds a text; its length does not change.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (folded, original) =>
    {
        for (var i = 0; i < original.Length; i++)
        {
            folded[i] = Fold(original[i]);
        }
    });

    /// <summary>Folds one character.</summary>
    public static char Fold(char character)
    {
        if (character < 0x80)
        {
            return char.ToLowerInvariant(character);
        }

        if (character is >= '\uFF01' and <= '\uFF5E')
        {
            return char.ToLowerInvariant((char)(character - 0xFEE0));
        }

        return character switch
        {
            '\u3000' => ' ',
            '\u2018' or '\u2019' => '\'',
            _ when IsHan(character) => LanguageData.ToSimplified.GetValueOrDefault(character, character),
            _ => char.ToLowerInvariant(character),
        };
    }

    /// <summary>Whether a character is a Chinese ideograph of the basic plane.</summary>
    public static bool IsHan(char character) => character is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF');
}
