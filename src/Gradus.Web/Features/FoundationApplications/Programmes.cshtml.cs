using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gradus.Data.Exports;
using Gradus.Data.Programmes;
using Gradus.Rules;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Gradus.Web.Features.FoundationApplications;

/// <summary>In which order should I rank hundreds of programmes? Scripts do it in the browser and send nothing; without them the form carries a list of up to a hundred.</summary>
[OutputCache(PolicyName = PageCachePolicy.Name)]
public sealed class ProgrammesModel : FormPage
{
    /// <summary>The longest list that is ordered without scripts.</summary>
    public const int MostWithoutScripts = 100;

    private const long LongestFile = 1024 * 1024;
    // What stands around each value when the form comes back: its name, its ends, the position beside it.
    private const int AroundARow = 512;
    private static readonly JsonSerializerOptions asItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }; // The page escapes it for HTML.

    /// <summary>The list in the reader's order; <c>null</c> before there is one.</summary>
    public ProgrammeList? List { get; private set; }

    /// <summary>What was typed as a list, shown again where it cannot be read.</summary>
    public string Typed { get; private set; } = "";

    /// <summary>What the page says after an action.</summary>
    public string? Said { get; private set; }

    /// <summary>The button that should hold the focus.</summary>
    public string? Focus { get; private set; }

    /// <summary>The positions as typed, where one of them cannot be read.</summary>
    public IReadOnlyList<string> Positions { get; private set; } = [];

    /// <summary>A programme's cells as the form carries them.</summary>
    public static string Carried(IReadOnlyList<string> cells) => JsonSerializer.Serialize(cells, asItIs);

    /// <summary>Shows the page without a list.</summary>
    public void OnGet()
    {
    }

    /// <summary>Does what the pressed button says.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Response.Headers.CacheControl = "private, no-cache"; // For the browser’s own back button: it asks before it sends a form again, and no cache between keeps it.
        var (posted, status) = await PostedForm.ReadAsync(Request, HttpContext.RequestAborted);
        if (posted is null)
        {
            return StatusCode(status);
        }

        var pressed = posted["do"].ToString();
        Typed = posted["text"].ToString();
        return pressed is "" or "read" ? await ReadAsync(posted) : Order(posted, pressed);
    }

    private async Task<IActionResult> ReadAsync(IFormCollection posted)
    {
        var file = posted.Files.GetFile("file");
        if (file is null or { Length: 0 } && Typed.Trim().Length == 0)
        {
            return Refuse("file", "Choose a file, or paste a list.");
        }

        if (file is { Length: > LongestFile })
        {
            return Refuse("file", "The file is longer than a megabyte: send a shorter one, or allow scripts for this site.");
        }

        using var buffer = new MemoryStream();
        if (file is { Length: > 0 })
        {
            await file.CopyToAsync(buffer, HttpContext.RequestAborted);
        }
        else
        {
            buffer.Write(Encoding.UTF8.GetBytes(Typed));
        }

        var list = ProgrammeList.Read(buffer.ToArray());
        if (list.Programmes.Count == 0)
        {
            return Refuse(file is { Length: > 0 } ? "file" : "text", list.Faults.Count > 0 ? list.Faults[0] : "There are no programmes in it.");
        }

        if (list.Programmes.Count > MostWithoutScripts)
        {
            return Refuse(file is { Length: > 0 } ? "file" : "text",
                string.Create(CultureInfo.InvariantCulture,
                    $"Your list has {list.Programmes.Count:#,0} programmes. Without scripts this page orders up to {MostWithoutScripts}: send a shorter list, or allow scripts for this site."));
        }

        // The form carries the list back at each move, so it must not grow longer than what is taken.
        if (list.Programmes.Sum(programme => (long)Encoding.UTF8.GetByteCount(Carried(programme.Cells)) + AroundARow)
            + Encoding.UTF8.GetByteCount(Carried(list.Header)) > LongestFile)
        {
            return Refuse(file is { Length: > 0 } ? "file" : "text",
                "The list is too long to be sent back and forth: leave out its longest column, or allow scripts for this site.");
        }

        List = list;
        Typed = "";
        Said = $"{list.Programmes.Count} programmes read.";
        return Page();
    }

    private IActionResult Order(IFormCollection posted, string pressed)
    {
        if (Carry(posted) is not { } list)
        {
            return Refuse("file", "The list did not come back whole. Read it again.");
        }

        List = list;
        Positions = [.. posted["position"].Select(position => position ?? "")];
        var colon = pressed.IndexOf(':', StringComparison.Ordinal);
        var from = colon > 0 && int.TryParse(pressed.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row < list.Programmes.Count ? row : -1;
        if (from >= 0)
        {
            return Move(list, pressed[..colon], from);
        }

        return pressed switch
        {
            "csv" => File(CsvFile.Write(list.Programmes.Select((programme, i) => programme.Cells.Append((i + 1).ToString(CultureInfo.InvariantCulture)))
                .Prepend(list.Header.Append("Gradus rank"))),
                CsvFile.MediaType, "programmes-best-first.csv"),
            "codes" => File(CsvFile.Write(list.Programmes.Select(programme => (IEnumerable<string>)[programme.Code])), CsvFile.MediaType, "codes-best-first.csv"),
            _ => Page(),
        };
    }

    private PageResult Move(ProgrammeList list, string way, int from)
    {
        var last = list.Programmes.Count - 1;
        var to = way switch { "up" => from - 1, "down" => from + 1, "top" => 0, "bottom" => last, _ => from };
        if (way == "to")
        {
            if (from >= Positions.Count
                || !int.TryParse(Positions[from], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var position)
                || position < 1
                || position > last + 1)
            {
                return Refuse($"position-{from}", $"Write a position from 1 to {last + 1} for {list.Programmes[from].Code}.");
            }

            to = position - 1;
        }

        to = int.Clamp(to, 0, last);
        var programmes = list.Programmes.ToList();
        var moved = programmes[from];
        programmes.RemoveAt(from);
        programmes.Insert(to, moved);
        List = list with { Programmes = programmes };
        Positions = [];
        Said = $"{moved.Code} moved to {to + 1} of {last + 1}.";
        Focus = $"{way}-{to}";
        return Page();
    }

    /// <summary>The list as the form carries it; <c>null</c> where it is not whole.</summary>
    private static ProgrammeList? Carry(IFormCollection posted)
    {
        try
        {
            var header = JsonSerializer.Deserialize<string[]>(posted["header"].ToString());
            var rows = posted["row"].Take(MostWithoutScripts + 1).Select(row => JsonSerializer.Deserialize<string[]>(row ?? "")).ToList();
            if (header is not { Length: > 0 }
                || rows.Count is 0 or > MostWithoutScripts
                || header.Contains(null)
                || rows.Exists(row => row is null || row.Length > header.Length || row.Contains(null)))
            {
                return null;
            }

            var list = ProgrammeList.Read(CsvFile.WriteAsIs(rows.Select(row => (IEnumerable<string?>)row!).Prepend(header)));
            return list.Programmes.Count == rows.Count ? list : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private PageResult Refuse(string field, string message) => Refuse(new FieldError(field, message));
}
