using System.Globalization;
using System.Text;

namespace Gradus.Web.Reading;

/// <summary>CSV to download: UTF-8 without a mark at its start, quoted where needed.</summary>
public static class CsvFile
{
    /// <summary>The media type to send it with.</summary>
    public const string MediaType = "text/csv; charset=utf-8";

    /// <summary>The rows as they are, the headings first.</summary>
    public static byte[] Write(IEnumerable<IEnumerable<string?>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var text = new StringWriter();
        using (var csv = new CsvHelper.CsvWriter(text, CultureInfo.InvariantCulture))
        {
            foreach (var row in rows)
            {
                foreach (var field in row)
                {
                    csv.WriteField(field);
                }

                csv.NextRecord();
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
