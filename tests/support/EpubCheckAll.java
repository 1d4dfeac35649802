// Judges all books of a folder in one machine of Java: what EPUBCheck has against
// `book.epub`, warnings included, goes to `book.txt`, which is empty where that is nothing.

import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.util.WriterReportImpl;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;

public class EpubCheckAll {
    public static void main(String[] arguments) throws Exception {
        File[] books = new File(arguments[0]).listFiles((f, name) -> name.endsWith(".epub"));
        for (File book : books) {
            StringWriter words = new StringWriter();
            WriterReportImpl report = new WriterReportImpl(new PrintWriter(words, true), "");
            new EpubCheck(book, report).doValidate();
            int found = report.getFatalErrorCount() + report.getErrorCount()
                + report.getWarningCount();
            String name = book.getPath().replaceAll("epub$", "txt");
            String text = found == 0 ? "" : found + " messages:\n" + words;
            Files.writeString(new File(name).toPath(), text);
        }
    }
}
