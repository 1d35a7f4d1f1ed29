namespace Gradus.Matching.Files;

/// <summary>The shape of a file of records: its header, and records as long as that, where a spreadsheet may have left blank columns and rows.</summary>
internal static class Records
{
    /// <summary>
    /// The field of each column that the header names, −1 where an optional one is not there, in the order of the names: those required, then the others.
    /// </summary>
    /// <exception cref="InputException">A column is missing, unknown or there twice.</exception>
    public static int[] Columns(CsvReader file, string[] required, string[] optional)
    {
        var expected = $"the columns {string.Join(",", required)}{string.Concat(optional.Select(name => $"[,{name}]"))}";
        string[] names = [.. required, .. optional];
        var columns = new int[names.Length];
        Array.Fill(columns, -1);
        if (!file.Read())
        {
            throw new InputException(file.Name, 1, 1, expected);
        }

        var filled = FilledFields(file);
        if (filled == 1 && file.Field(0).IndexOfAny((byte)';', (byte)'\t') is > 0 and var separator)
        {
            throw file.Error(0, separator,
                $"{expected}, with commas between them; this file has {(file.Field(0)[separator] == ';' ? "semicolons" : "tabs")}: save it as “CSV UTF-8” with commas");
        }

        for (var field = 0; field < filled; field++)
        {
            var column = Array.IndexOf(names, System.Text.Encoding.UTF8.GetString(file.Field(field)));
            if (column < 0 || columns[column] >= 0)
            {
                throw file.Error(field, 0, $"{expected}, found “{CsvReader.Excerpt(file.Field(field))}”{(column < 0 ? "" : " twice")}");
            }

            columns[column] = field;
        }

        for (var i = 0; i < required.Length; i++)
        {
            if (columns[i] < 0)
            {
                throw file.Error(file.FieldCount, 0, $"{expected}; “{required[i]}” is missing");
            }
        }

        return columns;
    }

    /// <summary>How many fields the current record has without those at its end that are blank.</summary>
    public static int FilledFields(CsvReader file)
    {
        var count = file.FieldCount;
        while (count > 0 && SamePerson.IsBlank(file.Field(count - 1)))
        {
            count--;
        }

        return count;
    }

    /// <summary>Whether the current record has nothing in any field from one on.</summary>
    public static bool IsBlank(CsvReader file, int from)
    {
        for (var field = from; field < file.FieldCount; field++)
        {
            if (!SamePerson.IsBlank(file.Field(field)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Refuses a record with other than so many fields, blank ones at its end aside.</summary>
    public static void RequireFields(CsvReader file, int count)
    {
        if (file.FieldCount != count && (file.FieldCount < count || !IsBlank(file, count)))
        {
            throw file.Error(int.Min(count, file.FieldCount), 0, $"{count} fields as in the header, found {file.FieldCount}");
        }
    }
}
